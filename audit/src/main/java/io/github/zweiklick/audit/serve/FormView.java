package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.visit.SecondBrowsers;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.List;

/** The form for a new audit. Each field has a hint; what is wrong stands beside it and on top. */
record FormView(Paper paper, Fields fields, List<Mistake> mistakes, String missing) {
    private static final String PROBLEMS = "problems";

    String page() {
        String title = paper.say("form.title");
        paper.begin(mistakes.isEmpty() ? title : paper.say("form.wrong.title", "title", title), false);
        paper.element("h1", title);
        problems();
        if (!missing.isEmpty()) {
            out().open("div").attribute("class", "note");
            paper.element("p", paper.say("form.missing"));
            out().open("p");
            paper.english(missing);
            out().close().close();
        }
        paper.element("p", "lead", paper.say("form.lead"));
        out().open("form")
                .attribute("method", "post")
                .attribute("action", paper.to("audits"))
                .attribute("novalidate");
        pages();
        steps();
        hosts();
        browser();
        report();
        out().open("p").attribute("class", "send");
        paper.button("primary", paper.say("form.send"));
        out().close().close();
        return paper.end();
    }

    private HtmlBuilder out() {
        return paper.out();
    }

    private void problems() {
        if (mistakes.isEmpty()) {
            return;
        }
        // The focus goes here without a script: whoever cannot see the page hears first what is wrong.
        out().open("div")
                .attribute("class", "note wrong")
                .attribute("id", PROBLEMS)
                .attribute("tabindex", "-1")
                .attribute("autofocus")
                .attribute("role", "group")
                .attribute("aria-labelledby", "problems-title");
        out().open("h2")
                .attribute("id", "problems-title")
                .text(paper.say("form.wrong"))
                .close()
                .open("ul");
        for (Mistake mistake : mistakes) {
            out().open("li")
                    .open("a")
                    .attribute("href", "#" + mistake.field())
                    .text(paper.say("form." + mistake.field()) + ": " + said(mistake))
                    .close()
                    .close();
        }
        out().close().close();
    }

    private String said(Mistake mistake) {
        return paper.say(mistake.key(), mistake.places().toArray(String[]::new));
    }

    private void pages() {
        group("form.pages");
        area(OrderForm.ADDRESSES, 6);
        choices("form.choice", "radio");
        choice("radio", OrderForm.CHOICE, OrderForm.NAMED, paper.say("form.choice.named"), "");
        choice("radio", OrderForm.CHOICE, OrderForm.SITEMAP, paper.say("form.choice.sitemap"), "");
        out().open("div").attribute("class", "below");
        line(OrderForm.SITEMAP, "url", "");
        out().close();
        choice("radio", OrderForm.CHOICE, OrderForm.LINKS, paper.say("form.choice.links"), "");
        out().open("div").attribute("class", "below");
        line(OrderForm.LINKS, "numeric", "short");
        out().close().close().close();
    }

    private void steps() {
        folded("form.phases", phasesLeftOut());
        choices("form.phases.legend", "checkbox");
        paper.element("p", "hint", paper.say("form.phases.hint"));
        for (AuditPhase phase : OrderForm.OPTIONAL) {
            String key = "phase." + OrderForm.word(phase);
            choice(
                    "checkbox",
                    OrderForm.PHASES,
                    OrderForm.word(phase),
                    paper.report().say(key),
                    paper.report().say(key + ".about"));
        }
        out().close().close();
    }

    private boolean phasesLeftOut() {
        return !OrderForm.OPTIONAL.stream().allMatch(phase -> fields.has(OrderForm.PHASES, OrderForm.word(phase)));
    }

    private void hosts() {
        folded("form.hosts", !(fields.text(OrderForm.OWN) + fields.text(OrderForm.TRUSTED)).isEmpty());
        area(OrderForm.OWN, 3);
        area(OrderForm.TRUSTED, 3);
        out().close();
    }

    private void browser() {
        folded(
                "form.browser",
                fields.has(OrderForm.WINDOW, OrderForm.PHONE)
                        || fields.has(OrderForm.GPC, OrderForm.ON)
                        || fields.has(OrderForm.NO_SCRIPTS, OrderForm.ON)
                        || fields.values().containsKey(OrderForm.OPINIONS));
        choices("form.window", "radio");
        choice("radio", OrderForm.WINDOW, OrderForm.DESK, paper.say("form.window.desk"), "");
        choice("radio", OrderForm.WINDOW, OrderForm.PHONE, paper.say("form.window.phone"), "");
        out().close();
        choice("checkbox", OrderForm.GPC, OrderForm.ON, paper.say("form.gpc"), paper.say("form.gpc.hint"));
        choice(
                "checkbox",
                OrderForm.NO_SCRIPTS,
                OrderForm.ON,
                paper.say("form.noscripts"),
                paper.say("form.noscripts.hint"));
        opinions();
        out().close();
    }

    /** Only those that are here can be asked. */
    private void opinions() {
        List<SecondBrowser> installed = SecondBrowsers.installed();
        if (!installed.isEmpty()) {
            choices("form.opinions", "checkbox");
            paper.element("p", "hint", paper.say("form.opinions.hint"));
            installed.forEach(browser -> choice("checkbox", OrderForm.OPINIONS, browser.word(), browser.title(), ""));
            out().close();
        }
    }

    private void report() {
        group("form.report");
        choices("form.language", "radio");
        choice("radio", OrderForm.LANGUAGE, "de", paper.say("form.language.de"), "");
        choice("radio", OrderForm.LANGUAGE, "en", paper.say("form.language.en"), "");
        out().close();
        line(OrderForm.OCCASION, "text", "");
        line(OrderForm.NUMBER, "text", "");
        line(OrderForm.EXAMINER, "text", "");
        line(OrderForm.KEY, "text", "");
        out().close();
    }

    /** A part of the form. */
    private void group(String key) {
        out().open("section").attribute("aria-labelledby", key);
        out().open("h2").attribute("id", key).text(paper.say(key)).close();
    }

    /**
     * A part that most leave as it is.
     *
     * @param open whether something in it is not as usual
     */
    private void folded(String key, boolean open) {
        out().open("details").attribute("class", "part");
        if (open) {
            out().attribute("open");
        }
        out().open("summary").open("h2").text(paper.say(key)).close().close();
    }

    private void choices(String key, String kind) {
        out().open("fieldset").attribute("class", kind);
        paper.element("legend", paper.say(key));
    }

    private void choice(String kind, String name, String value, String label, String hint) {
        String id = value.equals(OrderForm.ON) ? name : name + "-" + value;
        out().open("div").attribute("class", "choice");
        out().open("input")
                .attribute("type", kind)
                .attribute("id", id)
                .attribute("name", name)
                .attribute("value", value);
        if (fields.has(name, value)) {
            out().attribute("checked");
        }
        if (!hint.isEmpty()) {
            out().attribute("aria-describedby", id + "-hint");
        }
        out().closeVoid();
        out().open("label").attribute("for", id);
        out().text(label).close();
        hint(id, hint);
        out().close();
    }

    private void area(String name, int rows) {
        label(name);
        out().open("textarea")
                .attribute("rows", Integer.toString(rows))
                .attribute("spellcheck", "false")
                .attribute("autocapitalize", "off");
        named(name);
        // A parser drops the first line's end.
        out().text("\n" + fields.values().getOrDefault(name, List.of("")).get(0))
                .close()
                .close();
    }

    /** @param kind of the keyboard a phone shows */
    private void line(String name, String kind, String className) {
        label(name);
        out().open("input")
                .attribute("type", "text")
                .attribute("inputmode", kind)
                .attribute("value", fields.text(name));
        if (!className.isEmpty()) {
            out().attribute("class", className);
        }
        if (kind.equals("url")) {
            out().attribute("spellcheck", "false").attribute("autocapitalize", "off");
        }
        if (name.equals(OrderForm.EXAMINER)) {
            out().attribute("autocomplete", "name");
        }
        named(name);
        out().closeVoid().close();
    }

    private void label(String name) {
        List<Mistake> own = mistakes(name);
        out().open("div").attribute("class", own.isEmpty() ? "field" : "field wrong");
        out().open("label")
                .attribute("for", name)
                .text(paper.say("form." + name))
                .close();
        hint(name, paper.say("form." + name + ".hint"));
        if (!own.isEmpty()) {
            out().open("ul").attribute("class", "mistakes").attribute("id", name + "-wrong");
            own.forEach(mistake -> paper.element("li", said(mistake)));
            out().close();
        }
    }

    private void named(String name) {
        boolean wrong = !mistakes(name).isEmpty();
        out().attribute("id", name)
                .attribute("name", name)
                .attribute("aria-describedby", name + "-hint" + (wrong ? " " + name + "-wrong" : ""));
        if (wrong) {
            out().attribute("aria-invalid", "true");
        }
    }

    private List<Mistake> mistakes(String name) {
        return mistakes.stream().filter(one -> one.field().equals(name)).toList();
    }

    private void hint(String id, String text) {
        if (!text.isEmpty()) {
            out().open("p")
                    .attribute("class", "hint")
                    .attribute("id", id + "-hint")
                    .text(text)
                    .close();
        }
    }
}
