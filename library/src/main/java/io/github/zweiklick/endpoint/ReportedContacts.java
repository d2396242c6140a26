package io.github.zweiklick.endpoint;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingSink;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What browsers have reported, by directive, host and kind of page. Bounded, since anybody can send reports: nothing more is
 * taken beyond {@link #MOST}, nor of one host at more than {@link #MOST_PAGES} kinds of pages.
 */
final class ReportedContacts {
    /** Contacts told apart. */
    static final int MOST = 300;
    /** Kinds of pages of one host: what stands in a template stands in each. */
    static final int MOST_PAGES = 10;

    private record Contact(String directive, String host, String page, boolean stopped) {}

    private final Catalogue catalogue;
    private final FindingSink findings;
    /** In words: the JDK's equals for records would keep the class loader of an undeployed application. */
    private final Set<String> known = new HashSet<>();

    private final Map<String, Integer> pagesOfHost = new HashMap<>();

    ReportedContacts(Catalogue catalogue, FindingSink findings) {
        this.catalogue = catalogue;
        this.findings = findings;
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
        if (known.contains(key)) {
            return true;
        }
        if (known.size() >= MOST || pagesOfHost.getOrDefault(contact.host(), 0) >= MOST_PAGES) {
            return false;
        }
        pagesOfHost.merge(contact.host(), 1, Integer::sum);
        return known.add(key);
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
