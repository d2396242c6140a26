package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.view.Remembering.Term;
import java.util.List;
import java.util.Optional;

/**
 * What this browser has allowed, and the way to allow and withdraw; flow content. The script fills in the states and shows the
 * buttons: nothing of it is known to the server. Its markup is part of the contract in {@code docs/contract.md}.
 */
final class SettingsMarkup {
    private final View view;
    private final String base;

    SettingsMarkup(View view, String base) {
        this.view = view;
        this.base = base;
    }

    /**
     * The element.
     *
     * @param services all that may be allowed
     * @param level of the headings, 2 to 5
     */
    Html of(List<Service> services, Wording wording, int level) {
        HtmlBuilder out = new HtmlBuilder()
                .open("zweiklick-settings")
                // What an author writes has none, and is replaced.
                .attribute("data-state", "shown")
                .attribute("lang", wording.tag())
                .attribute("dir", wording.direction())
                .open("p")
                .text(wording.say("settings.intro"))
                .close()
                .open("noscript")
                .open("p")
                .text(wording.say("settings.script"))
                .close()
                .close()
                .html(hiddenText("refused", wording.say("settings.refused")))
                .html(hiddenText("unstorable", wording.say("settings.unstorable")))
                .html(said(wording));
        for (Service service : services) {
            out.html(service(service, wording, level));
        }
        return out.html(button("all", wording.say("settings.all"))).close().toHtml();
    }

    private static Html hiddenText(String name, String text) {
        return new HtmlBuilder()
                .open("p")
                .attribute("data-zweiklick", name)
                .attribute("hidden")
                .text(text)
                .close()
                .toHtml();
    }

    private static Html said(Wording wording) {
        return new HtmlBuilder()
                .open("p")
                .attribute("class", "zweiklick-said")
                .attribute("role", "status")
                .attribute("tabindex", "-1")
                .attribute("data-done", wording.say("settings.done"))
                .attribute("data-none", wording.say("settings.none"))
                .close()
                .toHtml();
    }

    /** In full where the site embeds it; of all others only what must be there should they be allowed. */
    private Html service(Service service, Wording wording, int level) {
        boolean chosen =
                service.embeds().stream().anyMatch(kind -> kind.captures().containsKey("host"));
        boolean full = view.embedded.contains(service) && !chosen;
        Optional<Notice> notice = view.notices.of(service, wording, Optional.empty());
        Term term = view.settings.term(service.id());
        HtmlBuilder out = new HtmlBuilder()
                .open("div")
                .attribute("class", "zweiklick-service")
                .attribute("data-service", service.id())
                .attribute("data-lang", wording.tag());
        notice.ifPresent(known -> out.attribute("data-notice", known.version()));
        if (term instanceof Term.Days some) {
            out.attribute("data-days", Integer.toString(some.days()));
        } else if (term instanceof Term.Session) {
            out.attribute("data-session");
        }
        if (!full) {
            out.attribute("hidden");
        }
        out.html(heading(level, service.name()));
        out.html(state(term, service, wording))
                .html(button("withdraw", wording.say("settings.withdraw", "service", service.name())));
        if (full) {
            notice.ifPresent(known -> out.html(allow(service, known, wording)));
        }
        return out.close().toHtml();
    }

    private static Html heading(int level, String name) {
        HtmlBuilder out = new HtmlBuilder();
        switch (level) {
            case 2 -> out.open("h2");
            case 3 -> out.open("h3");
            case 4 -> out.open("h4");
            default -> out.open("h5");
        }
        return out.attribute("class", "zweiklick-title").text(name).close().toHtml();
    }

    private static Html state(Term term, Service service, Wording wording) {
        HtmlBuilder out = new HtmlBuilder()
                .open("p")
                .attribute("class", "zweiklick-state")
                .attribute("tabindex", "-1");
        if (term instanceof Term.Never) {
            return out.text(wording.say("settings.never", "service", service.name()))
                    .close()
                    .toHtml();
        }
        return out.attribute(
                        "data-allowed",
                        wording.template(
                                term instanceof Term.Session ? "settings.allowed.session" : "settings.allowed"))
                .attribute("data-undecided", wording.say("settings.undecided"))
                .attribute("data-granted", wording.say("settings.granted", "service", service.name()))
                .close()
                .toHtml();
    }

    /** The button stands after all that must be said before. */
    private Html allow(Service service, Notice notice, Wording wording) {
        HtmlBuilder out = new HtmlBuilder()
                .open("details")
                .attribute("class", "zweiklick-more")
                .open("summary")
                .text(wording.say("settings.means", "service", service.name()))
                .close()
                .html(NoticeMarkup.list(notice.before()))
                .open("p")
                .html(view.links(base)
                        .external(notice.policy(), wording.say("policy", "service", service.name()), wording))
                .close()
                .html(NoticeMarkup.list(notice.further()));
        view.notices
                .rememberLabel(service, service.name(), wording)
                .ifPresent(label -> out.html(button("allow", label)));
        return out.close().toHtml();
    }

    private static Html button(String action, String label) {
        return new HtmlBuilder()
                .open("button")
                .attribute("class", "zweiklick-button")
                .attribute("type", "button")
                .attribute("data-zweiklick", action)
                .attribute("hidden")
                .text(label)
                .close()
                .toHtml();
    }
}
