package io.github.zweiklick.endpoint;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.finding.FindingSink;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What browsers have reported, by directive, host and kind of page. Bounded, since anybody can send reports: {@link #MOST} are
 * kept, and of one host no more than {@link #MOST_PAGES} kinds of pages.
 *
 * <p>Once there are so many, a new one takes the place of that which was reported least, the oldest of several: what somebody
 * has invented is reported no more, what a page contacts is by each of its visitors. That happens once in {@link #PAUSE} at most,
 * for each is a line in the log.
 */
final class ReportedContacts {
    /** Contacts told apart. */
    static final int MOST = 300;
    /** Kinds of pages of one host: what stands in a template stands in each. */
    static final int MOST_PAGES = 10;

    static final Duration PAUSE = Duration.ofSeconds(10);

    private record Contact(String directive, String host, String page, boolean stopped) {}

    /** A contact, and how often it was reported. */
    private static final class Kept {
        final Contact contact;
        long times = 1;

        Kept(Contact contact) {
            this.contact = contact;
        }
    }

    private final Catalogue catalogue;
    private final FindingSink findings;
    private final LongSupplier nanoTime;
    /**
     * The oldest first, by what they are in words: the JDK's equals for records would keep the class loader of an undeployed
     * application.
     */
    private final Map<String, Kept> known = new LinkedHashMap<>();

    private final Map<String, Integer> pagesOfHost = new HashMap<>();
    /** When the next one may be forgotten. */
    private long due;

    ReportedContacts(Catalogue catalogue, FindingSink findings) {
        this(catalogue, findings, System::nanoTime);
    }

    /** @param nanoTime of an arbitrary origin */
    ReportedContacts(Catalogue catalogue, FindingSink findings, LongSupplier nanoTime) {
        this.catalogue = catalogue;
        this.findings = findings;
        this.nanoTime = nanoTime;
        this.due = nanoTime.getAsLong();
    }

    void add(Report report) {
        Contact contact =
                new Contact(report.directive(), report.host(), PagePattern.of(report.page()), report.stopped());
        if (hasRoom(contact)) {
            findings.report(new Finding(
                    Finding.Kind.REPORTED_CONTACT,
                    contact.page(),
                    message(contact),
                    remedy(contact.directive()),
                    Optional.of(contact.host()),
                    false));
        }
    }

    private synchronized boolean hasRoom(Contact contact) {
        String key = String.join(
                " ", contact.directive(), contact.host(), contact.page(), Boolean.toString(contact.stopped()));
        Kept kept = known.get(key);
        if (kept != null) {
            kept.times++;
            return true;
        }
        if (pagesOfHost.getOrDefault(contact.host(), 0) >= MOST_PAGES || (known.size() >= MOST && !forgetLeast())) {
            return false;
        }
        pagesOfHost.merge(contact.host(), 1, Integer::sum);
        known.put(key, new Kept(contact));
        return true;
    }

    /** False where one was forgotten just before. */
    private boolean forgetLeast() {
        long now = nanoTime.getAsLong();
        if (now - due < 0) {
            return false;
        }
        due = now + PAUSE.toNanos();
        Kept least = Collections.min(known.values(), Comparator.comparingLong(kept -> kept.times));
        known.values().remove(least);
        if (pagesOfHost.merge(least.contact.host(), -1, Integer::sum) == 0) {
            pagesOfHost.remove(least.contact.host());
        }
        // Else the log, which is bounded too, would fill up.
        if (findings instanceof FindingLog log) {
            log.forget(finding -> isOf(least.contact, finding));
        }
        return true;
    }

    private boolean isOf(Contact contact, Finding finding) {
        return finding.kind() == Finding.Kind.REPORTED_CONTACT
                && finding.place().equals(contact.page())
                && finding.message().equals(message(contact));
    }

    private String message(Contact contact) {
        Optional<String> service = catalogue.serviceOfHost(contact.host()).map(Service::name);
        String host = contact.host() + service.map(name -> " (" + name + ")").orElse("");
        if (contact.directive().equals(Report.ALLOWLIST)) {
            return "Browsers report that a page contacts " + host
                    + " at run time, or leads there by a link that the list of connections does not name"
                    + (contact.stopped() ? "; the list stopped it" : "");
        }
        return "Browsers report that a page loads something from " + host + " at run time (" + contact.directive() + ")"
                + (contact.stopped() ? "; the policy stopped it" : "");
    }

    private static String remedy(String directive) {
        String otherwise = "or declare the host under \"own\" if you answer for it";
        return switch (directive) {
            case Report.ALLOWLIST ->
                "Look in the page's scripts for what names the host, a frame, a hint or a link, and take it out, "
                        + otherwise;
            case "frame-src", "child-src", "object-src" ->
                "Put the network's code or a link into the page itself, where it becomes a placeholder, " + otherwise;
            default -> "Host the file yourself, or take out the script that loads it, " + otherwise;
        };
    }
}
