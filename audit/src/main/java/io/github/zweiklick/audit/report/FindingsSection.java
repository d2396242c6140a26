package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.result.Observation.Kind;
import io.github.zweiklick.audit.result.Observation.Weight;
import io.github.zweiklick.audit.result.SecondBrowser;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found, explained, with room for what the examining body makes of it. */
record FindingsSection(Sheet sheet, Findings findings) {
    private static final int MOST = 200;
    private static final Set<String> LEVELS = Stream.of(Level.values())
            .map(level -> level.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    private static final List<String> FIELDS = List.of("assessment", "measure", "responsible", "deadline");

    void write() {
        sheet.openSection("findings");
        if (findings.groups().isEmpty() && sheet.result().pages().stream().anyMatch(Outcome::isTested)) {
            sheet.paragraph(sheet.say("findings.none"));
        }
        sought();
        Weight weight = null;
        for (Findings.Group group : findings.groups()) {
            if (weight != group.kind().weight()) {
                weight = group.kind().weight();
                sheet.heading("h3", sheet.words().name("weight", weight));
            }
            group(group);
        }
        sheet.closeSection();
    }

    private void sought() {
        Table table = sheet.table(sheet.say("findings.sought"), "findings.kind", "findings.count", "findings.demands");
        Arrays.stream(Kind.values()).sorted(Comparator.comparing(Kind::weight)).forEach(kind -> {
            int count = findings.count(kind);
            boolean tested = count > 0 || Findings.wasSought(sheet.result(), kind);
            table.row()
                    .head(() -> title(kind))
                    .number(tested ? sheet.words().number(count) : sheet.say("findings.untested"))
                    .cell(() -> sheet.demands(kind.demands()));
        });
        table.close();
    }

    private void title(Kind kind) {
        String title = sheet.words().name("kind", kind);
        findings.groups().stream()
                .filter(group -> group.kind() == kind)
                .findFirst()
                .ifPresentOrElse(
                        group -> sheet.out().link("finding-" + group.number(), "F" + group.number() + " " + title),
                        () -> sheet.out().text(title));
    }

    private void group(Findings.Group group) {
        Markup out = sheet.out();
        String number = "F" + group.number();
        String key = Words.key("kind", group.kind());
        out.open("section", "finding")
                .attribute("id", "finding-" + group.number())
                .attribute("aria-labelledby", "finding-" + group.number() + "-heading");
        out.open("h4")
                .attribute("id", "finding-" + group.number() + "-heading")
                .text(number + " " + sheet.say(key))
                .close()
                .line();
        sheet.paragraph(sheet.say(key + ".about"));
        out.open("p")
                .element("strong", sheet.say("findings.ask"))
                .text(sheet.say(key + ".ask"))
                .close();
        out.open("p").text(sheet.say("findings.touches") + " ");
        sheet.several(group.kind().demands(), FIELDS.size(), demand -> {
            out.link("demand-" + demand, Integer.toString(demand));
            out.text(" (" + sheet.say("demand." + demand + ".source") + ")");
        });
        out.close().line();
        items(group, number);
        fields(number);
        out.close().line();
    }

    private void items(Findings.Group group, String number) {
        Table table = sheet.table(
                number + " " + sheet.words().name("kind", group.kind()),
                "findings.number",
                "findings.subject",
                "findings.step",
                "findings.where",
                "findings.details");
        int at = 0;
        for (Findings.Item item : group.items().stream().limit(MOST).toList()) {
            at++;
            table.row()
                    .head(number + "." + at)
                    .cell(() -> {
                        subject(group.kind(), item.told());
                        browsers(item);
                    })
                    .cell(steps(item))
                    .cell(() -> sheet.pages(item.pages()))
                    .cell(() -> sheet.list(List.copyOf(item.details()), Sheet.FEW, this::detail));
        }
        table.more(group.items().size() - Math.min(MOST, group.items().size()));
        table.close();
    }

    private void subject(Kind kind, String subject) {
        if (subject.isEmpty()) {
            sheet.out().text(sheet.say("findings.whole"));
            return;
        }
        switch (kind) {
            case UNEQUAL_BUTTONS, HARD_TO_WITHDRAW, STALE_FACTS ->
                sheet.out().text(sheet.words().cut(sheet.operators().service(subject)));
            default -> sheet.quote(subject);
        }
    }

    /** Of all pages together: which browser it was on which page stands with the page. */
    private void browsers(Findings.Item item) {
        if (!item.others().isEmpty()) {
            String names = sheet.words()
                    .list(item.others().stream().map(SecondBrowser::title).toList());
            sheet.out()
                    .text(" ")
                    .element(
                            "span",
                            "operator",
                            sheet.say(item.first().isEmpty() ? "findings.only" : "findings.also", "browsers", names));
        }
    }

    /** How far a contact went is said in the report's words, all else as it was seen. */
    private void detail(String detail) {
        if (LEVELS.contains(detail)) {
            sheet.out().text(sheet.say("level." + detail));
        } else {
            sheet.quote(Masking.text(detail));
        }
    }

    private String steps(Findings.Item item) {
        List<String> steps = item.steps().stream().map(sheet::step).distinct().toList();
        return steps.isEmpty() ? "\u2013" : sheet.words().list(steps);
    }

    private void fields(String number) {
        Table table = sheet.whole(sheet.say("field.caption", "number", number));
        FIELDS.forEach(field -> table.row().head(sheet.say("field." + field)).blank());
        table.close();
    }
}
