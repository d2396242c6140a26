package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.Exchange;
import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.Witness;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All contacts of a page with one foreign host in one step.
 *
 * @param requests sent; where the browser keeps no log of them, as the best witness counted them
 * @param logged whether the browser's log tells of requests on this page
 * @param demands rows of the table of demands that it touches
 */
record HostContact(
        String host,
        Step step,
        Set<Level> levels,
        Instant first,
        Instant last,
        long requests,
        long sent,
        long received,
        boolean logged,
        SortedSet<Integer> demands) {

    private record Where(String host, Step step) {}

    /** By host in the order in which they were first contacted, then by step. */
    static List<HostContact> of(PageResult page) {
        Map<String, Map<Where, List<Contact>>> hosts = new LinkedHashMap<>();
        for (Contact contact : page.contacts().contacts()) {
            hosts.computeIfAbsent(contact.host(), host -> new LinkedHashMap<>())
                    .computeIfAbsent(new Where(contact.host(), contact.step()), where -> new ArrayList<>())
                    .add(contact);
        }
        Map<Where, List<Exchange>> exchanges = new LinkedHashMap<>();
        for (Exchange exchange : page.contacts().exchanges()) {
            exchanges
                    .computeIfAbsent(new Where(exchange.host(), exchange.step()), where -> new ArrayList<>())
                    .add(exchange);
        }
        List<HostContact> all = new ArrayList<>();
        hosts.values()
                .forEach(steps -> steps.forEach((where, contacts) ->
                        all.add(of(page, where, contacts, exchanges.getOrDefault(where, List.of())))));
        return all;
    }

    private static HostContact of(PageResult page, Where where, List<Contact> contacts, List<Exchange> exchanges) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        Map<Witness, Long> requests = new EnumMap<>(Witness.class);
        Instant first = contacts.get(0).time();
        Instant last = first;
        for (Contact contact : contacts) {
            levels.add(contact.level());
            if (contact.level() == Level.REQUEST) {
                requests.merge(contact.witness(), 1L, Long::sum);
            }
            first = contact.time().isBefore(first) ? contact.time() : first;
            last = contact.time().isAfter(last) ? contact.time() : last;
        }
        boolean logged = !page.contacts().exchanges().isEmpty();
        long counted =
                requests.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return new HostContact(
                where.host(),
                where.step(),
                levels,
                first,
                last,
                logged ? exchanges.size() : counted,
                exchanges.stream().mapToLong(Exchange::sent).sum(),
                exchanges.stream().mapToLong(Exchange::received).sum(),
                logged,
                demands(page, where));
    }

    private static SortedSet<Integer> demands(PageResult page, Where where) {
        SortedSet<Integer> demands = new TreeSet<>();
        for (Observation seen : page.observations()) {
            boolean isThen = seen.step().isEmpty() || seen.step().get().equals(where.step());
            if (isThen && seen.subject().equals(where.host())) {
                demands.addAll(seen.kind().demands());
            }
        }
        return demands;
    }
}
