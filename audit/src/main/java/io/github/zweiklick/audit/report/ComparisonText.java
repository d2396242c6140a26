package io.github.zweiklick.audit.report;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** A comparison for the terminal, in English. Nothing a page says can move its cursor. */
public final class ComparisonText {
    private static final int MOST_PAGES = 4;

    private ComparisonText() {}

    /**
     * Writes what is new first.
     *
     * @param out stays open
     */
    public static void write(AuditRecord earlier, AuditRecord later, Comparison comparison, PrintWriter out) {
        out.println("Earlier audit: begun " + earlier.started() + ", "
                + pages(earlier.pages().size()));
        out.println("Later audit: begun " + later.started() + ", "
                + pages(later.pages().size()));
        if (comparison instanceof Comparison.Made made) {
            write(made, out);
        } else {
            out.println(comparison);
        }
    }

    private static void write(Comparison.Made made, PrintWriter out) {
        made.differences().forEach(difference -> out.println("To be known: " + difference));
        if (made.pages().isEmpty()) {
            out.println("Nothing was compared: there is no page that both tested");
        } else if (!made.tellsNews()) {
            out.println("Nothing new on " + pages(made.pages().size()) + " that both tested");
        }
        contacts("New contact: ", made.hosts().added(), out);
        findings(
                "New finding: ",
                Comparison.Made.beside(made.observations().added(), made.hosts().added()),
                out);
        contacts("Gone: contact with ", made.hosts().gone(), out);
        findings(
                "Gone: ",
                Comparison.Made.beside(made.observations().gone(), made.hosts().gone()),
                out);
        out.println("Still there: " + made.hosts().still().size() + " contacts, "
                + made.observations().still().size() + " findings");
        made.unevenly()
                .forEach(page ->
                        out.println("Observed less in one of them, so that something can be new or gone for this"
                                + " reason alone: " + Plain.line(page)));
        made.notCompared().forEach(page -> out.println("Not compared, since not both tested it: " + Plain.line(page)));
    }

    private static void contacts(String what, List<AuditRecord.Host> hosts, PrintWriter out) {
        told(
                what,
                hosts,
                host -> Plain.line(host.host()) + " " + when(host.stage()) + about(host.about()),
                AuditRecord.Host::page,
                out);
    }

    private static void findings(String what, List<AuditRecord.Observed> findings, PrintWriter out) {
        told(
                what,
                findings,
                seen -> Plain.line(seen.kind())
                        + (seen.subject().isEmpty() ? "" : " " + Plain.line(seen.subject()))
                        + about(seen.about()),
                AuditRecord.Observed::page,
                out);
    }

    /** A line for what is alike, with the pages. */
    private static <T> void told(
            String what, List<T> items, Function<T, String> name, Function<T, String> page, PrintWriter out) {
        Map<String, TreeSet<String>> pages = new LinkedHashMap<>();
        items.forEach(item ->
                pages.computeIfAbsent(name.apply(item), none -> new TreeSet<>()).add(Plain.line(page.apply(item))));
        pages.forEach((item, on) -> {
            String first = String.join(", ", on.stream().limit(MOST_PAGES).toList());
            String more = on.size() > MOST_PAGES ? " and " + (on.size() - MOST_PAGES) + " more" : "";
            out.println(what + item + ": " + first + more);
        });
    }

    private static String when(AuditRecord.Stage stage) {
        return switch (stage) {
            case BEFORE_CONSENT -> "before consent";
            case CONSENT -> "after consent";
            case WITHDRAW -> "at withdrawal";
            case RELOAD -> "after withdrawal";
            case LEAVE -> "on leaving";
        };
    }

    private static String about(String service) {
        return service.isEmpty() ? "" : " (" + Plain.line(service) + ")";
    }

    private static String pages(int number) {
        return number == 1 ? "1 page" : number + " pages";
    }
}
