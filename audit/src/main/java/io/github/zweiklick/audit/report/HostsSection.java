package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.SecondOpinion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every foreign host of all pages, once. */
record HostsSection(Sheet sheet, Outcome outcome) {
    private static final int MOST = 1_000;

    private record Seen(Set<String> steps, SortedSet<Integer> pages, Set<Observation.Kind> without) {
        static Seen nothing() {
            return new Seen(new LinkedHashSet<>(), new TreeSet<>(), new TreeSet<>());
        }
    }

    void write() {
        sheet.openSection("hosts");
        Map<String, Seen> hosts = hosts();
        if (hosts.isEmpty()) {
            sheet.paragraph(sheet.say(outcome.isImpossible() ? "verdict.impossible" : "hosts.none"));
        } else {
            sheet.paragraph(sheet.say("hosts.about"));
            table(hosts);
        }
        sheet.closeSection();
    }

    private Map<String, Seen> hosts() {
        Map<String, Seen> hosts = new TreeMap<>();
        List<PageResult> pages = sheet.result().pages();
        for (int i = 0; i < pages.size(); i++) {
            for (Contact contact : pages.get(i).contacts().contacts()) {
                Seen seen = hosts.computeIfAbsent(contact.host(), host -> Seen.nothing());
                seen.steps().add(sheet.words().name("step", contact.phase()));
                seen.pages().add(i + 1);
            }
            for (SecondOpinion opinion : pages.get(i).opinions()) {
                for (Contact contact : opinion.contacts().contacts()) {
                    Seen seen = hosts.computeIfAbsent(contact.host(), host -> Seen.nothing());
                    seen.steps()
                            .add(sheet.words().name("step", contact.phase()) + " ("
                                    + opinion.browser().title() + ")");
                    seen.pages().add(i + 1);
                }
            }
            for (Observation found : pages.get(i).observations()) {
                Seen seen = hosts.get(found.subject());
                if (seen != null) {
                    seen.without().add(found.kind());
                }
            }
        }
        return hosts;
    }

    private void table(Map<String, Seen> hosts) {
        Table table = sheet.table(
                sheet.say("hosts.table"),
                "hosts.host",
                "hosts.operator",
                "hosts.country",
                "hosts.before",
                "hosts.steps",
                "hosts.pages");
        new ArrayList<>(hosts.entrySet()).stream().limit(MOST).forEach(entry -> {
            String host = entry.getKey();
            table.row()
                    .head(() -> sheet.name(host))
                    .cell(sheet.operators().operator(host))
                    .cell(sheet.operators().country(host).orElse("\u2013"))
                    .cell(without(host, entry.getValue()))
                    .cell(sheet.words().list(entry.getValue().steps()))
                    .cell(() -> sheet.pages(entry.getValue().pages()));
        });
        table.more(hosts.size() - Math.min(MOST, hosts.size()));
        table.close();
    }

    private String without(String host, Seen seen) {
        if (sheet.result().setup().trusted().stream().anyMatch(trusted -> trusted.covers(host))) {
            return sheet.say("hosts.trusted");
        }
        boolean found = seen.without().contains(Observation.Kind.CONTACT)
                || seen.without().contains(Observation.Kind.CONTACT_AFTER_WITHDRAWAL);
        return sheet.say(found ? "yes" : "no");
    }
}
