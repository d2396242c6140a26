package io.github.zweiklick.endpoint;

import io.github.zweiklick.policy.OwnHosts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Takes what browsers report of pages: violations of policies, singly or together, and of the list of connections. Anybody can
 * send such a body; so it is cheap to refuse, and nothing of it is kept but where, what directive, and which host.
 */
final class ReportEndpoint {
    private static final List<String> TYPES =
            List.of("application/csp-report", "application/reports+json", "application/json");

    private final ReportedContacts contacts;
    private final OwnHosts own;
    private final Allowance allowance;

    /** @param nanos a clock's, never going back */
    ReportEndpoint(ReportedContacts contacts, OwnHosts own, LongSupplier nanos) {
        this.contacts = contacts;
        this.own = own;
        this.allowance = new Allowance(nanos);
    }

    Reply answer(Request request) {
        if (!request.method().equals("POST")) {
            return Replies.with(empty(405), "Allow", "POST");
        }
        if (isFromElsewhere(request)) {
            return empty(403);
        }
        if (!isReport(request)) {
            return empty(415);
        }
        if (request.body().length > Request.MAX_REPORTS) {
            return empty(413);
        }
        if (!allowance.take()) {
            return Replies.with(empty(429), "Retry-After", "60");
        }
        Optional<List<Report>> reports = ReportReader.read(request.body());
        if (reports.isEmpty()) {
            return empty(400);
        }
        reports.get().stream()
                .filter(report ->
                        report.page().origin().equals(request.address().origin()))
                .filter(report -> !isOwn(report.host(), request))
                .forEach(contacts::add);
        return empty(204);
    }

    /** The Reporting API sends no Fetch Metadata, and the origin of the page that was shown. */
    private static boolean isFromElsewhere(Request request) {
        Optional<String> site = request.header().apply("Sec-Fetch-Site");
        Optional<String> origin = request.header().apply("Origin");
        return site.filter(value -> !value.equals("same-origin")).isPresent()
                || origin.filter(value -> !value.equals("null")
                                && !value.equals(request.address().origin()))
                        .isPresent();
    }

    private static boolean isReport(Request request) {
        return request.header()
                .apply("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(TYPES::contains)
                .isPresent();
    }

    /** A host that became the site's own since the page was sent. */
    private boolean isOwn(String host, Request request) {
        return own.contains(host) || host.equals(request.address().host());
    }

    private static Reply empty(int status) {
        return new Reply(status, List.of(), new byte[0]);
    }

    /** Bodies read a second, and at once after a while of quiet. No address is kept to tell senders apart. */
    private static final class Allowance {
        private static final int A_SECOND = 20;
        private static final int AT_ONCE = 200;
        private static final double SECOND = 1e9;

        private final LongSupplier nanos;
        private long last;
        private double left = AT_ONCE;

        Allowance(LongSupplier nanos) {
            this.nanos = nanos;
            this.last = nanos.getAsLong();
        }

        synchronized boolean take() {
            long now = nanos.getAsLong();
            left = Math.min(AT_ONCE, left + (now - last) / SECOND * A_SECOND);
            last = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
