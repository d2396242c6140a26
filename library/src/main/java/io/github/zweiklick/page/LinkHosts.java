package io.github.zweiklick.page;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.policy.Allowlist;
import io.github.zweiklick.policy.OwnHosts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Collects where the links and forms of one page lead, its nested documents included. */
final class LinkHosts {
    final LinkRule rule;
    private final Set<String> hosts = new TreeSet<>();
    private boolean unknown;

    LinkHosts(LinkRule rule) {
        this.rule = rule;
    }

    /** Nothing to collect: whether anybody asks at all. */
    boolean isLeft() {
        return rule == LinkRule.LEFT;
    }

    boolean areLedOut() {
        return rule == LinkRule.LED_OUT;
    }

    void add(String host) {
        hosts.add(host);
    }

    /** No list of hosts may stop this page's links from working. */
    void unknown() {
        unknown = true;
    }

    /** What the page's script is to know of; empty where the page gets none. */
    Optional<List<String>> forScript(OwnHosts own) {
        return areLedOut() && !unknown && Allowlist.fits(own, hosts)
                ? Optional.of(Stream.concat(own.patterns().stream(), hosts.stream())
                        .filter(Allowlist::isListable)
                        .distinct()
                        .toList())
                : Optional.empty();
    }

    /** The script that leads out what scripts make; empty where the page gets none. */
    Optional<Html> script(Session session) {
        return forScript(session.source.own()).map(session.markup::linkScript);
    }

    LinkedPage page(Rewrite rewrite) {
        boolean told = !unknown && !(rewrite instanceof Rewrite.Unexamined);
        return new LinkedPage(rewrite, told ? Optional.of(hosts) : Optional.empty(), Optional.empty(), List.of());
    }
}
