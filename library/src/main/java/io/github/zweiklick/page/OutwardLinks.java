package io.github.zweiklick.page;

import io.github.zweiklick.policy.Allowlist;
import io.github.zweiklick.policy.OutAddress;
import io.github.zweiklick.url.WebUrl;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Links and forms that lead to foreign hosts, which the visitor may follow at any time. Of those that are led out only the
 * address changes, in place: what is written instead needs no quotes in any reading.
 */
final class OutwardLinks {
    static final Set<String> LINKS = Set.of("a", "area");
    /** Elements whose {@code action} or {@code formaction} says where a form goes. */
    static final Set<String> SUBMITTERS = Set.of("form", "button", "input");

    private final Session session;
    private final Examined page;
    private final Addresses addresses;
    private final Patchwork patchwork;
    private final List<Splice> splices;
    private final Set<Integer> changed = new HashSet<>();

    OutwardLinks(Session session, Examined page, Addresses addresses, Patchwork patchwork, List<Splice> splices) {
        this.session = session;
        this.page = page;
        this.addresses = addresses;
        this.patchwork = patchwork;
        this.splices = splices;
    }

    void examine(Candidate candidate) {
        if (session.links.isLeft()) {
            return;
        }
        String element = candidate.tag().localName();
        boolean link = LINKS.contains(element);
        if (!link && !SUBMITTERS.contains(element)) {
            return;
        }
        for (Attribute attribute : candidate.tag().attributes()) {
            String name = attribute.localName();
            boolean address = link ? name.equals("href") : name.equals("action") || name.equals("formaction");
            if (address && !patchwork.isOurs(attribute.nameStart()) && !patchwork.isOurs(attribute.valueStart())) {
                examine(attribute, !link);
            }
        }
    }

    private void examine(Attribute attribute, boolean form) {
        Optional<WebUrl> url = addresses
                .foreign(page.source.value(attribute))
                .flatMap(Addresses.Foreign::url)
                .filter(foreign ->
                        foreign.scheme().equals("https") || foreign.scheme().equals("http"));
        if (url.isEmpty()) {
            return;
        }
        boolean listable = Allowlist.isListable(url.get().host());
        if (!session.links.areLedOut()) {
            if (listable) {
                session.links.add(url.get().host());
            }
        } else if (listable
                && !session.catalogue.networkHosts().contains(url.get().host())) {
            session.links.add(url.get().host());
        } else if (page.replaceable) {
            leadOut(attribute, url.get(), form);
        } else {
            // Readers of feeds know no page to which our address would be relative.
            session.links.unknown();
        }
    }

    private void leadOut(Attribute attribute, WebUrl url, boolean form) {
        if (changed.add(attribute.valueStart())) {
            String base = session.source.base();
            splices.add(new Splice(
                    attribute.valueStart(),
                    attribute.valueEnd(),
                    form ? OutAddress.ofForm(base, url.href()) : OutAddress.of(base, url.href())));
        }
    }
}
