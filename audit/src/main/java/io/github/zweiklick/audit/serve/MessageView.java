package io.github.zweiklick.audit.serve;

/** A page that says one thing, and where to go from there. */
record MessageView(Paper paper) {

    /** @param english what this program says of it; empty: nothing */
    String page(String key, String english, String target) {
        paper.begin(paper.say(key + ".title"), false);
        paper.element("h1", paper.say(key + ".title"));
        paper.element("p", paper.say(key));
        if (!english.isEmpty()) {
            paper.out().open("p");
            paper.english(english);
            paper.out().close();
        }
        paper.out().open("p");
        paper.link(target, paper.say("back"));
        paper.out().close();
        return paper.end();
    }

    /** Asks before an audit is deleted. */
    String delete(History.Entry entry, String folder) {
        paper.begin(paper.say("delete.title"), false);
        paper.element("h1", paper.say("delete.title"));
        paper.element("p", "lead", entry.site());
        paper.element("p", paper.say("delete"));
        paper.out().open("p");
        paper.element("code", folder);
        paper.out().close();
        paper.action("audits/" + entry.id() + "/delete", "danger", paper.say("delete.yes"));
        paper.out().open("p");
        paper.link("audits/" + entry.id(), paper.say("delete.no"));
        paper.out().close();
        return paper.end();
    }
}
