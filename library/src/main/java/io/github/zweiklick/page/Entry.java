package io.github.zweiklick.page;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The way to the settings at the end of a page with embeds, where the page has none of its own. */
final class Entry {
    private static final String SETTINGS = "/settings";

    private final Session session;
    private final Examined page;
    private final Addresses addresses;
    private final List<Splice> splices;

    /** @param splices of the page so far: what they replace is gone */
    Entry(Session session, Examined page, Addresses addresses, List<Splice> splices) {
        this.session = session;
        this.page = page;
        this.addresses = addresses;
        this.splices = splices;
    }

    /** @param first language of the first embed, which counts where the page tells none */
    Optional<Splice> splice(Optional<String> first) {
        Html markup = session.markup.entry(language().or(() -> first));
        if (markup.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt end = page.bodyEnd();
        return end.isEmpty() || hasWay()
                ? Optional.empty()
                : Optional.of(Splice.insert(end.getAsInt(), markup.toString()));
    }

    private Optional<String> language() {
        return page.firstTag()
                .filter(tag -> tag.name().equals("html"))
                .flatMap(tag -> page.source.value(tag, "lang").or(() -> page.source.value(tag, "xml:lang")))
                .filter(value -> !value.isBlank())
                .map(String::strip);
    }

    /** Whether the author leads visitors to the settings, by a link or by having them in the page. */
    private boolean hasWay() {
        String base = session.source.base();
        String written = base.substring(base.lastIndexOf('/') + 1) + SETTINGS;
        // Rarely is either of them in a page at all.
        if (!page.holds(written) && !hasElement()) {
            return false;
        }
        for (StartTag tag : page.shownTags()) {
            if (isElement(tag) || (tag.name().equals("a") && leads(tag, written) && !isReplaced(tag))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasElement() {
        for (Candidate candidate : page.candidates()) {
            if (isElement(candidate.tag())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isElement(StartTag tag) {
        return tag.name().equals("zweiklick-settings");
    }

    private boolean leads(StartTag link, String written) {
        Optional<Attribute> href = link.first("href")
                .filter(attribute -> page.source.raw(attribute).contains(written));
        return href.isPresent()
                && addresses.bases().stream()
                        .flatMap(base -> WebUrl.parse(page.source.value(href.get()), base).stream())
                        .anyMatch(url -> url.isNetwork()
                                && addresses.own().contains(url.host())
                                && url.path().equals(session.source.base() + SETTINGS));
    }

    private boolean isReplaced(StartTag tag) {
        return splices.stream().anyMatch(splice -> splice.start() <= tag.start() && tag.start() < splice.end());
    }
}
