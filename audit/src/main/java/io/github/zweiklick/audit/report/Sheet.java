package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.catalogue.Catalogue;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** The report that is being written: what all its parts write with. */
final class Sheet {
    /** Short lists, such as what caused a contact. */
    static final int FEW = 5;

    private static final int LONGEST_NAME_IN_LINE = 32;

    private final AuditResult result;
    private final Words words;
    private final Operators operators;
    private final Markup out;
    private final boolean onPaper;
    private int tables;
    private int figures;
    private int pictures;

    Sheet(AuditResult result, Words words, Markup out, boolean onPaper) {
        this.result = result;
        this.words = words;
        this.operators = new Operators(Catalogue.bundled(), words);
        this.out = out;
        this.onPaper = onPaper;
    }

    /** Laid out in pages, by a renderer that holds all of it in memory. */
    boolean isOnPaper() {
        return onPaper;
    }

    AuditResult result() {
        return result;
    }

    Words words() {
        return words;
    }

    Operators operators() {
        return operators;
    }

    Markup out() {
        return out;
    }

    String say(String key, String... places) {
        return words.say(key, places);
    }

    /** Opens a part of the report; its heading is how it is called. */
    void openSection(String id) {
        out.line().open("section").attribute("id", id).attribute("aria-labelledby", id + "-heading");
        out.open("h2")
                .attribute("id", id + "-heading")
                .text(say("section." + id))
                .close()
                .line();
    }

    void closeSection() {
        out.close().line();
    }

    void heading(String level, String text) {
        out.element(level, text).line();
    }

    void paragraph(String text) {
        out.element("p", text).line();
    }

    /** What a page or the browser says, masked by whoever calls. */
    void quote(String text) {
        out.element("code", words.cut(text));
    }

    /** A host's, or a header's: in one line as long as it is no longer than hosts are. */
    void name(String name) {
        if (name.length() > LONGEST_NAME_IN_LINE) {
            quote(name);
        } else {
            out.element("code", "name", name);
        }
    }

    /** What this program says, which is English in every report. */
    void english(String text) {
        out.open("span")
                .attribute("lang", "en")
                .text(words.cut(Masking.text(text)))
                .close();
    }

    Table table(String caption, String... heads) {
        return numbered("scroll", caption, heads);
    }

    /**
     * A short one, which is printed on one page.
     *
     * @param heads none where the head of each row says enough
     */
    Table whole(String caption, String... heads) {
        return numbered("scroll whole", caption, heads);
    }

    private Table numbered(String className, String caption, String... heads) {
        tables++;
        String title = say("table", "n", Integer.toString(tables), "title", caption);
        return new Table(this, className, "table-" + tables, title, heads);
    }

    String figure(String title) {
        figures++;
        return say("picture", "n", Integer.toString(figures), "title", title);
    }

    /** Screenshots in this report until now. */
    int pictures() {
        return pictures;
    }

    void pictureWritten() {
        pictures++;
    }

    void pages(Collection<Integer> numbers) {
        several(List.copyOf(numbers), 12, number -> out.link("page-" + number, say("page", "n", words.number(number))));
    }

    /** Numbers that lead to the table of demands. */
    void demands(Collection<Integer> numbers) {
        several(List.copyOf(numbers), numbers.size(), number -> out.link("demand-" + number, Integer.toString(number)));
    }

    /** As many as there is room for, and how many more there are. */
    <T> void several(List<T> items, int most, Consumer<T> each) {
        Iterator<T> first = items.stream().limit(most).iterator();
        while (first.hasNext()) {
            each.accept(first.next());
            if (first.hasNext()) {
                out.text(say("list.separator"));
            }
        }
        more(items.size() - Math.min(items.size(), most));
    }

    /** A list of its own for what is long. */
    <T> void list(List<T> items, int most, Consumer<T> each) {
        if (items.size() == 1) {
            each.accept(items.get(0));
            return;
        }
        out.open("ul");
        items.stream().limit(most).forEach(item -> {
            out.open("li");
            each.accept(item);
            out.close();
        });
        if (items.size() > most) {
            out.element("li", words.count("more", items.size() - most));
        }
        out.close();
    }

    private void more(int number) {
        if (number > 0) {
            out.text(say("list.separator") + words.count("more", number));
        }
    }

    String step(Step step) {
        String name = words.name("step", step.phase());
        return step.about().isEmpty() ? name : name + " (" + words.cut(operators.service(step.about())) + ")";
    }
}
