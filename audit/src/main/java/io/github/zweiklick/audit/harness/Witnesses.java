package io.github.zweiklick.audit.harness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Puts together what the witnesses of one visit saw.
 *
 * @param account the browser's
 * @param servers the namespace's; empty outside of one
 * @param own whether a host is the site's
 */
record Witnesses(Account account, Timeline timeline, Optional<SightingLog> servers, Predicate<String> own) {

    /** A number that grows with everything that is seen. */
    long seen() {
        return servers.map(SightingLog::seen).orElse(0L) + account.seen();
    }

    /** @param ended whether the browser has left, so that its log must be whole */
    ContactReport report(List<Untested> known, Set<Source> sources, boolean ended) {
        List<Sighting> sightings = new ArrayList<>();
        List<Untested> gaps = new ArrayList<>(known);
        servers.ifPresentOrElse(
                log -> sightings.addAll(log.since(timeline.start())), () -> gaps.add(Untested.of(Untested.Kind.WIRE)));
        servers.filter(SightingLog::overflowed).ifPresent(log -> gaps.add(Untested.of(Untested.Kind.OVERFLOW)));
        Account.Told told = account.tell(timeline, ended);
        NetLog.Reading reading = told.reading();
        sightings.addAll(reading.sightings());
        sightings.addAll(reading.aliases().unveiled(reading.sightings(), own));
        told.gaps().stream()
                .filter(gap -> servers.isEmpty() || !gap.kind().isSeenByServers())
                .forEach(gaps::add);
        return sorted(sightings, reading, sources, gaps);
    }

    private ContactReport sorted(
            List<Sighting> sightings, NetLog.Reading reading, Set<Source> sources, List<Untested> gaps) {
        sightings.sort(Comparator.comparing(Sighting::time));
        BrowserTraffic traffic = new BrowserTraffic(sightings);
        List<Contact> foreign = new ArrayList<>();
        List<Contact> firstParty = new ArrayList<>();
        List<Contact> browserOwn = new ArrayList<>();
        for (Sighting seen : sightings) {
            Contact contact = new Contact(
                    seen.host(), seen.level(), timeline.at(seen.time()), seen.witness(), seen.time(), seen.detail());
            if (own.test(seen.host())) {
                firstParty.add(contact);
            } else if (traffic.isOwn(seen)) {
                browserOwn.add(contact);
            } else {
                foreign.add(contact);
            }
        }
        Set<String> contacted = foreign.stream().map(Contact::host).collect(Collectors.toSet());
        return new ContactReport(
                foreign,
                firstParty,
                browserOwn,
                reading.exchanges().stream()
                        .sorted(Comparator.comparing(Exchange::time))
                        .toList(),
                reading.cookies(),
                sources.stream()
                        .filter(source -> contacted.contains(source.host()))
                        .toList(),
                timeline.steps(),
                gaps);
    }
}
