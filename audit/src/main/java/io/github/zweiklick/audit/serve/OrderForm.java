package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.harness.HostList;
import io.github.zweiklick.audit.pages.PageChoice;
import io.github.zweiklick.audit.report.SigningKey;
import io.github.zweiklick.audit.report.Words;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.CaseFile;
import io.github.zweiklick.audit.result.TrustedHost;
import io.github.zweiklick.audit.visit.SecondBrowsers;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form as somebody filled it in.
 *
 * @param wanted empty where something is wrong
 * @param mistakes in the order of the fields
 */
record OrderForm(Fields fields, Optional<Wanted> wanted, List<Mistake> mistakes) {
    static final String ADDRESSES = "addresses";
    static final String CHOICE = "choice";
    static final String NAMED = "named";
    static final String SITEMAP = "sitemap";
    static final String LINKS = "links";
    static final String PHASES = "phases";
    static final String OWN = "own";
    static final String TRUSTED = "trusted";
    static final String WINDOW = "window";
    static final String PHONE = "phone";
    static final String DESK = "desk";
    static final String GPC = "gpc";
    static final String NO_SCRIPTS = "noscripts";
    static final String OPINIONS = "opinions";
    static final String ON = "on";
    static final String OCCASION = "occasion";
    static final String NUMBER = "number";
    static final String EXAMINER = "examiner";
    static final String LANGUAGE = "language";
    static final String KEY = "key";

    /** What is done with each page and can be left out. */
    static final List<AuditPhase> OPTIONAL =
            List.of(AuditPhase.INTERACT, AuditPhase.CONSENT, AuditPhase.WITHDRAW, AuditPhase.LEAVE);

    private static final int MOST_PAGES = 5_000;
    private static final int LONGEST_TEXT = 300;
    private static final int QUOTED = 80;

    OrderForm {
        mistakes = List.copyOf(mistakes);
    }

    /** As it is before anybody wrote in it. */
    static Fields empty(Locale language) {
        return new Fields(Map.of(
                CHOICE, List.of(NAMED),
                PHASES, OPTIONAL.stream().map(OrderForm::word).toList(),
                WINDOW, List.of(DESK),
                LINKS, List.of("50"),
                LANGUAGE, List.of(language.getLanguage())));
    }

    static String word(AuditPhase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    static OrderForm read(Fields fields) {
        List<Mistake> mistakes = new ArrayList<>();
        PageChoice pages = pages(fields, mistakes);
        Set<AuditPhase> phases = EnumSet.noneOf(AuditPhase.class);
        OPTIONAL.stream().filter(phase -> fields.has(PHASES, word(phase))).forEach(phases::add);
        List<String> own = own(fields, mistakes);
        List<TrustedHost> trusted = trusted(fields, mistakes);
        CaseFile file = file(fields, pages, mistakes);
        Optional<Path> key = key(fields, mistakes);
        Wanted wanted = new Wanted(
                pages,
                phases,
                own,
                trusted,
                fields.has(WINDOW, PHONE),
                fields.has(GPC, ON),
                !fields.has(NO_SCRIPTS, ON),
                SecondBrowsers.installed().stream()
                        .filter(browser -> fields.has(OPINIONS, browser.word()))
                        .toList(),
                file,
                key);
        return new OrderForm(fields, Optional.of(wanted).filter(all -> mistakes.isEmpty()), mistakes);
    }

    private static PageChoice pages(Fields fields, List<Mistake> mistakes) {
        boolean sitemap = fields.has(CHOICE, SITEMAP);
        boolean links = fields.has(CHOICE, LINKS);
        Set<String> named = new LinkedHashSet<>();
        for (String line : fields.lines(ADDRESSES)) {
            PageChoice.address(line)
                    .ifPresentOrElse(
                            named::add, () -> mistakes.add(Mistake.of(ADDRESSES, "wrong.address", "text", cut(line))));
        }
        if (named.isEmpty() && !sitemap && mistakes.isEmpty()) {
            mistakes.add(Mistake.of(ADDRESSES, "wrong.no.address"));
        }
        if (named.size() > MOST_PAGES) {
            mistakes.add(Mistake.of(ADDRESSES, "wrong.many.addresses", "most", Integer.toString(MOST_PAGES)));
        }
        Optional<String> map = sitemap ? PageChoice.address(fields.text(SITEMAP)) : Optional.empty();
        if (sitemap && map.isEmpty()) {
            mistakes.add(Mistake.of(SITEMAP, "wrong.sitemap"));
        }
        int most = links ? number(fields.text(LINKS)) : 0;
        if (links && (most < 1 || most > MOST_PAGES)) {
            mistakes.add(Mistake.of(LINKS, "wrong.links", "most", Integer.toString(MOST_PAGES)));
        }
        return new PageChoice(List.copyOf(named), map, most);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static List<String> own(Fields fields, List<Mistake> mistakes) {
        List<String> hosts = new ArrayList<>();
        for (String line : fields.lines(OWN)) {
            HostList.read(line)
                    .ifPresentOrElse(hosts::add, () -> mistakes.add(Mistake.of(OWN, "wrong.host", "text", cut(line))));
        }
        return hosts;
    }

    private static List<TrustedHost> trusted(Fields fields, List<Mistake> mistakes) {
        List<TrustedHost> hosts = new ArrayList<>();
        for (String line : fields.lines(TRUSTED)) {
            String[] parts = line.split("\\s+", 2);
            Optional<String> host = HostList.read(parts[0]);
            if (host.isEmpty()) {
                mistakes.add(Mistake.of(TRUSTED, "wrong.host", "text", cut(parts[0])));
            } else if (parts.length < 2) {
                mistakes.add(Mistake.of(TRUSTED, "wrong.reason", "host", cut(parts[0])));
            } else {
                hosts.add(new TrustedHost(host.get(), parts[1]));
            }
        }
        return hosts;
    }

    private static CaseFile file(Fields fields, PageChoice pages, List<Mistake> mistakes) {
        for (String name : List.of(OCCASION, NUMBER, EXAMINER)) {
            if (fields.text(name).length() > LONGEST_TEXT) {
                mistakes.add(Mistake.of(name, "wrong.long", "most", Integer.toString(LONGEST_TEXT)));
            }
        }
        Locale language = fields.has(LANGUAGE, "en") ? Locale.ENGLISH : Locale.GERMAN;
        return new CaseFile(
                fields.text(OCCASION),
                fields.text(NUMBER),
                fields.text(EXAMINER),
                selection(pages, Texts.of(language, ZoneId.systemDefault()).words()),
                ZoneId.systemDefault(),
                language);
    }

    /** How the pages were chosen, for the report and in its language. */
    private static String selection(PageChoice pages, Words words) {
        return pages.sitemap()
                .map(map -> words.say("selection.sitemap", "address", map))
                .orElseGet(() ->
                        pages.crawl() > 0 ? words.say("selection.links", "most", words.number(pages.crawl())) : "");
    }

    private static Optional<Path> key(Fields fields, List<Mistake> mistakes) {
        if (fields.text(KEY).isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(fields.text(KEY));
            SigningKey.read(file);
            return Optional.of(file);
        } catch (IOException | InvalidPathException none) {
            mistakes.add(Mistake.of(KEY, "wrong.key"));
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }
}
