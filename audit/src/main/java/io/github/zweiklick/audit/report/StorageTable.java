package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.StorageDump;
import io.github.zweiklick.audit.harness.StoredCookie;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.StepResult;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What lay in the browser before and after each step. */
record StorageTable(Sheet sheet, PageResult page, int number) {
    private static final int MOST = 60;
    private static final int MOST_STEPS = 200;

    /** As it is told: two cookies of one name and domain are the same whatever their end. */
    private record Item(String kind, String name, String domain, String text) {
        boolean isSame(Item other) {
            return kind.equals(other.kind) && name.equals(other.name) && domain.equals(other.domain);
        }
    }

    void write() {
        sheet.heading("h4", sheet.say("page.storage.heading"));
        if (page.steps().isEmpty()) {
            sheet.paragraph(sheet.say("page.storage.untold"));
            return;
        }
        boolean nothing = page.steps().stream().allMatch(step -> step.stored().isEmpty())
                && page.contacts().cookies().isEmpty();
        sheet.paragraph(sheet.say(nothing ? "page.storage.none" : "page.storage.about"));
        if (!nothing) {
            table();
        }
    }

    private void table() {
        Table table = sheet.table(
                sheet.say("page.storage", "n", sheet.words().number(number)),
                "page.steps.step",
                "page.storage.before",
                "page.storage.added",
                "page.storage.removed",
                "page.storage.passing",
                "page.storage.left");
        Set<Item> before = Set.of();
        for (StepResult step : page.steps().stream().limit(MOST_STEPS).toList()) {
            Set<Item> after = items(step.stored());
            Set<Item> earlier = before;
            table.row()
                    .head((step.step().number() + 1) + " " + sheet.step(step.step()))
                    .cell(count(earlier))
                    .cell(() -> told(without(after, earlier)))
                    .cell(() -> told(without(earlier, after)))
                    .cell(() -> told(without(written(step), after)))
                    .cell(count(after));
            before = after;
        }
        table.more(page.steps().size() - Math.min(MOST_STEPS, page.steps().size()));
        table.close();
    }

    private String count(Set<Item> items) {
        return items.isEmpty() ? sheet.say("nothing") : sheet.words().count("page.storage.items", items.size());
    }

    private static List<Item> without(Set<Item> items, Set<Item> others) {
        return items.stream()
                .filter(item -> others.stream().noneMatch(item::isSame))
                .toList();
    }

    private void told(List<Item> items) {
        if (items.isEmpty()) {
            sheet.out().text("\u2013");
        } else {
            sheet.list(items, MOST, item -> {
                sheet.out().text(sheet.say("stored." + item.kind()) + " ");
                sheet.quote(item.text());
            });
        }
    }

    private Set<Item> items(StorageDump stored) {
        Set<Item> items = new LinkedHashSet<>();
        stored.cookies().forEach(cookie -> items.add(cookie(cookie)));
        add(items, "local", stored.localStorage());
        add(items, "session", stored.sessionStorage());
        add(items, "database", stored.databases());
        add(items, "cache", stored.caches());
        add(items, "worker", stored.serviceWorkers());
        return items;
    }

    private static void add(Set<Item> items, String kind, List<String> names) {
        names.forEach(name -> items.add(new Item(kind, name, "", Masking.text(name))));
    }

    private Item cookie(StoredCookie cookie) {
        String text = cookie.expires()
                .map(end -> sheet.say(
                        "stored.cookie.until",
                        "name",
                        Masking.word(cookie.name()),
                        "domain",
                        cookie.domain(),
                        "until",
                        sheet.words().date(end)))
                .orElseGet(() -> sheet.say(
                        "stored.cookie.session", "name", Masking.word(cookie.name()), "domain", cookie.domain()));
        return new Item("cookie", cookie.name(), cookie.host(), text);
    }

    private Set<Item> written(StepResult step) {
        Set<Item> written = new LinkedHashSet<>();
        page.contacts().cookies().stream()
                .filter(cookie -> cookie.step().number() == step.step().number())
                .forEach(cookie -> written.add(new Item(
                        "cookie",
                        cookie.name(),
                        cookie.domain().startsWith(".") ? cookie.domain().substring(1) : cookie.domain(),
                        sheet.say(
                                "stored.cookie.written",
                                "name",
                                Masking.word(cookie.name()),
                                "domain",
                                cookie.domain()))));
        return written;
    }
}
