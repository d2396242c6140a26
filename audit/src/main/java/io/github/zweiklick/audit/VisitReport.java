package io.github.zweiklick.audit;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.Untested;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was seen, to be read by a person or a program. */
enum VisitReport {
    /** A few lines a page: hosts, with how far contact went in which phase. */
    TEXT {
        @Override
        void write(List<PageVisit> visits, PrintWriter out) {
            for (PageVisit visit : visits) {
                Set<String> hosts = visit.contacts().foreignHosts();
                out.println(visit.url() + shown(visit) + ": "
                        + (hosts.isEmpty() ? "no foreign host seen" : hosts.size() + " foreign hosts"));
                hosts.forEach(host -> out.println("  " + host + ": " + reached(visit, host)));
                visit.contacts().untested().forEach(gap -> out.println("  not tested: " + gap));
            }
        }
    },
    /** One JSON document, as {@code docs/measuring.md} describes it. */
    JSON {
        @Override
        void write(List<PageVisit> visits, PrintWriter out) {
            ObjectNode document = JsonMapper.shared().createObjectNode().put("audit", 1);
            ArrayNode list = document.putArray("visits");
            visits.forEach(visit -> page(visit, list.addObject()));
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document));
        }
    };

    abstract void write(List<PageVisit> visits, PrintWriter out);

    private static String shown(PageVisit visit) {
        if (visit.status().isEmpty()) {
            return "";
        }
        String elsewhere = visit.shown().equals(visit.url()) ? "" : ", led to " + visit.shown();
        return " (status " + visit.status().getAsInt() + elsewhere + ")";
    }

    private static String reached(PageVisit visit, String host) {
        return visit.contacts().contacts(host).stream()
                .map(contact -> word(contact.phase()) + " " + word(contact.level()))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }

    private static void page(PageVisit visit, ObjectNode page) {
        page.put("url", visit.url()).put("shown", visit.shown());
        visit.status().ifPresent(status -> page.put("status", status));
        page.put("browser", visit.browser())
                .put("started", visit.started().toString())
                .put("ended", visit.ended().toString());
        ArrayNode phases = page.putArray("phases");
        visit.phases().forEach(phase -> phases.add(word(phase)));
        contacts(visit.contacts().contacts(), page.putArray("contacts"));
        contacts(visit.contacts().firstParty(), page.putArray("firstParty"));
        contacts(visit.contacts().browserOwn(), page.putArray("browserOwn"));
        ArrayNode untested = page.putArray("untested");
        for (Untested gap : visit.contacts().untested()) {
            ObjectNode entry =
                    untested.addObject().put("kind", word(gap.kind())).put("text", gap.toString());
            gap.detail().ifPresent(detail -> entry.put("detail", detail));
        }
    }

    private static void contacts(List<Contact> contacts, ArrayNode list) {
        for (Contact contact : contacts) {
            list.addObject()
                    .put("host", contact.host())
                    .put("level", word(contact.level()))
                    .put("phase", word(contact.phase()))
                    .put("witness", word(contact.witness()))
                    .put("time", contact.time().toString())
                    .put("detail", contact.detail());
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
