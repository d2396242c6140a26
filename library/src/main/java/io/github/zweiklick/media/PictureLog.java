package io.github.zweiklick.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.upstream.Fault;

/**
 * Remembers how the hosts of pictures fare. A picture that is gone says nothing; several of one host in a row that cannot be fetched,
 * whatever the reason, are a finding until one can be. Thread-safe.
 */
final class PictureLog {
    static final int IN_A_ROW = 10;
    private static final int MOST_HOSTS = 1_000;

    private final FindingLog findings;
    private final Cache<String, Integer> failures = Caffeine.newBuilder()
            .maximumSize(MOST_HOSTS)
            .executor(Runnable::run)
            .build();

    PictureLog(FindingLog findings) {
        this.findings = findings;
    }

    void succeeded(String host) {
        Integer before = failures.asMap().remove(host);
        if (before != null && before >= IN_A_ROW) {
            findings.forget(finding ->
                    finding.kind() == Finding.Kind.UPSTREAM && finding.place().equals(place(host)));
        }
    }

    void failed(String host, Fault fault) {
        if (fault.kind() == Fault.Kind.GONE || fault.kind() == Fault.Kind.TOO_LARGE) {
            return;
        }
        int count = failures.asMap().merge(host, 1, Integer::sum);
        if (count >= IN_A_ROW) {
            findings.report(new Finding(
                    Finding.Kind.UPSTREAM,
                    place(host),
                    "Pictures at \"" + host + "\" cannot be fetched: " + fault.message()
                            + ". Neutral placeholders stand in their place",
                    remedy(fault)));
        }
    }

    /** A Java without pictures. */
    void incapable(Throwable why) {
        findings.report(new Finding(
                Finding.Kind.UPSTREAM,
                "pictures",
                "This Java cannot decode pictures (" + why.getClass().getSimpleName()
                        + "): neutral placeholders stand in place of all of them",
                "Install the whole Java runtime, with the module java.desktop and its libraries, or set"
                        + " \"pictures\": {\"reencode\": false}."));
    }

    private static String remedy(Fault fault) {
        return switch (fault.kind()) {
            case CREDENTIALS, PERMISSION, PAYMENT, REJECTED ->
                "Check whether the firewall or outbound proxy refuses the host; else it does not give its pictures to servers.";
            case THROTTLED -> "Nothing need be done if it passes; else show fewer posts of this source.";
            default -> fault.remedy();
        };
    }

    private static String place(String host) {
        return "pictures/" + host;
    }
}
