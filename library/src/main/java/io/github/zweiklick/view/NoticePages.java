package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.view.NoticeArchive.Kept;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said about services, as pages and as a fragment for a site's own pages (Art. 13 GDPR). */
public final class NoticePages {
    private final View view;
    private final String base;
    private final DocumentShell shell;

    NoticePages(View view, String base) {
        this.view = view;
        this.base = base;
        this.shell = new DocumentShell(view.assets, base);
    }

    /**
     * What visitors must be told about each of the services.
     *
     * @param services all that may be shown; those the site embeds come first
     */
    public Html all(List<Service> services, Wording wording, String back) {
        String title = wording.say("notice.title");
        Html body = new HtmlBuilder()
                .html(shell.header(wording, back, title))
                .open("main")
                .html(content(services, wording))
                .close()
                .toHtml();
        return shell.page(wording, title, "", List.of(), body);
    }

    /** The same without a page around it, to be included in one of the site's own, below a heading of the second level. */
    public Html fragment(List<Service> services, Wording wording) {
        return new HtmlBuilder()
                .open("div")
                .attribute("class", "zweiklick-notices")
                .attribute("lang", wording.tag())
                .attribute("dir", wording.direction())
                .html(content(services, wording))
                .close()
                .toHtml();
    }

    /** What must be told about one service. */
    public Html one(Service service, Wording wording, String back) {
        String title = wording.say("notice.title");
        Html body = new HtmlBuilder()
                .html(shell.header(wording, back, title))
                .open("main")
                .open("p")
                .text(wording.say("notice.intro"))
                .close()
                .open("h2")
                .text(service.name())
                .close()
                .html(about(service, wording))
                .html(parties(wording))
                .open("p")
                .open("a")
                .attribute("href", base + "/notice?lang=" + wording.tag())
                .text(wording.say("notice.all"))
                .close()
                .close()
                .close()
                .toHtml();
        return shell.page(wording, title, "", List.of(), body);
    }

    private Html content(List<Service> services, Wording wording) {
        HtmlBuilder out = new HtmlBuilder()
                .open("p")
                .text(wording.say("notice.intro"))
                .close()
                .html(parties(wording));
        List<Service> embedded =
                services.stream().filter(view.embedded::contains).toList();
        List<Service> others =
                services.stream().filter(service -> !embedded.contains(service)).toList();
        if (!embedded.isEmpty()) {
            out.open("h2").text(wording.say("notice.embedded")).close();
            embedded.forEach(service -> out.html(section(service, wording)));
        }
        if (!others.isEmpty()) {
            out.open("details")
                    .open("summary")
                    .open("h2")
                    .text(wording.say("notice.others"))
                    .close()
                    .close();
            others.forEach(service -> out.html(section(service, wording)));
            out.close();
        }
        return out.toHtml();
    }

    /** Who answers for the site, and what visitors may ask of whom. */
    private Html parties(Wording wording) {
        Presentation presentation = view.settings.presentation();
        HtmlBuilder out = new HtmlBuilder()
                .open("dl")
                .html(party(wording.say("controller.label"), view.notices.controller(wording)));
        presentation.officer().ifPresent(name -> out.html(party(wording.say("notice.officer.label"), name)));
        presentation.authority().ifPresent(name -> out.html(party(wording.say("notice.authority.label"), name)));
        return out.html(party(wording.say("notice.rights.label"), wording.say("notice.rights")))
                .close()
                .toHtml();
    }

    private static Html party(String label, String text) {
        return new HtmlBuilder()
                .open("dt")
                .text(label)
                .close()
                .open("dd")
                .text(text)
                .close()
                .toHtml();
    }

    private Html section(Service service, Wording wording) {
        return new HtmlBuilder()
                .open("section")
                .attribute("id", "zweiklick-notice-" + service.id())
                .open("h3")
                .text(service.name())
                .close()
                .html(about(service, wording))
                .close()
                .toHtml();
    }

    private Html about(Service service, Wording wording) {
        return view.notices
                .of(service, wording, Optional.empty())
                .map(notice -> facts(service.name(), notice, wording))
                .orElseGet(() -> new HtmlBuilder()
                        .open("p")
                        .text(wording.say("notice.incomplete", "service", service.name()))
                        .close()
                        .toHtml());
    }

    private Html facts(String name, Notice notice, Wording wording) {
        HtmlBuilder out = new HtmlBuilder()
                .html(NoticeMarkup.list(Stream.concat(notice.before().stream(), notice.further().stream())
                        .toList()));
        // An address with a host of the visitor's choice is no link before the choice.
        if (!notice.policy().contains("{")) {
            out.open("p")
                    .html(view.links(base).external(notice.policy(), wording.say("policy", "service", name), wording))
                    .close();
        }
        return out.toHtml();
    }

    /**
     * A version of a notice as it was shown.
     *
     * @param services all of the catalogue, to tell whether it is the present version of one of them
     * @return empty where it is neither present nor kept
     */
    public Optional<Html> version(String version, List<Service> services, Wording wording, String back) {
        Optional<Service> present = services.stream()
                .filter(service -> view.isPresent(service, version))
                .findFirst();
        if (present.isPresent()) {
            Service service = present.get();
            return view.notices
                    .of(service, wording, Optional.empty())
                    .map(notice ->
                            kept(service.name(), notice, wording, wording.say("archive.current"), wording, back));
        }
        return view.archive.find(version).map(found -> {
            Map.Entry<String, Notice> shown = inLanguage(found, wording);
            return kept(
                    found.service(),
                    shown.getValue(),
                    view.texts.of(Optional.of(shown.getKey())),
                    wording.say("archive.earlier", "first", day(found, wording)),
                    wording,
                    back);
        });
    }

    private static Map.Entry<String, Notice> inLanguage(Kept kept, Wording wording) {
        return kept.byLanguage().entrySet().stream()
                .filter(entry -> entry.getKey().equals(wording.tag()))
                .findFirst()
                .orElseGet(() -> kept.byLanguage().entrySet().iterator().next());
    }

    private static String day(Kept kept, Wording wording) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(wording.tag()))
                .format(kept.first());
    }

    private Html kept(String service, Notice notice, Wording shown, String about, Wording wording, String back) {
        String title = wording.say("archive.title", Map.of("service", service, "version", notice.version()));
        Html body = new HtmlBuilder()
                .html(shell.header(wording, back, title))
                .open("main")
                .open("p")
                .text(about)
                .close()
                .open("div")
                .attribute("lang", shown.tag())
                .attribute("dir", shown.direction())
                .html(facts(service, notice, shown))
                .close()
                .close()
                .toHtml();
        return shell.page(wording, title, "", List.of(), body);
    }
}
