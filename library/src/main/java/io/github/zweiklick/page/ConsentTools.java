package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.finding.Finding.Kind;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The other consent tools of one page, which are told of in one finding however many marks they have left. */
final class ConsentTools {
    /** Names, with the foreign hosts they come from; in alphabetical order, since readings differ in theirs. */
    private final Map<String, Set<String>> hosts = new TreeMap<>();

    private String instead = "";

    void found(Service tool) {
        hostsOf(tool);
    }

    private Set<String> hostsOf(Service tool) {
        tool.instead().ifPresent(text -> instead = " " + text);
        return hosts.computeIfAbsent(tool.name(), name -> new TreeSet<>());
    }

    /** The tool itself comes from elsewhere. */
    void disarmed(Service tool, String host) {
        hostsOf(tool).add(host);
    }

    void report(Session session) {
        if (hosts.isEmpty()) {
            return;
        }
        String foreign = hosts.values().stream().flatMap(Set::stream).distinct().collect(Collectors.joining(", "));
        session.report(
                Kind.CONSENT_TOOL,
                "The page works with " + String.join(", ", hosts.keySet())
                        + ". What it holds back " + session.was() + " left alone, but the page's policy "
                        + (session.isObserving() ? "would stop" : "stops") + " it even after the tool's own consent"
                        + (foreign.isEmpty()
                                ? ""
                                : "; the tool itself comes from " + foreign + " and " + session.was() + " disarmed"),
                "Take the block out and paste the plain code, then Zweiklick asks; or declare the hosts it loads the"
                        + " site's own."
                        + instead);
    }
}
