package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import io.github.zweiklick.page.PageMarkup.Quote;
import io.github.zweiklick.page.PageMarkup.Rebuilding;
import io.github.zweiklick.page.Poster;
import io.github.zweiklick.url.WebUrl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What a placeholder says it was written for. Nothing it says is trusted: it is ours if the very same is written for that again.
 */
final class FormerPlaceholder {
    private static final Pattern ID = Pattern.compile("zweiklick-([1-9][0-9]{0,5})");
    private static final Pattern PIXELS = Pattern.compile("[1-9][0-9]{0,4}");
    /** The least that one has of our own. In characters. */
    private static final int SHORTEST = 2000;

    /** What readers may disagree about, and what lends a click to something else. */
    private static final Pattern UNCLEAR = Pattern.compile(
            "<(?:[!?]|/?(?:noscript|template|svg|math|select|textarea|title|style"
                    + "|script|plaintext|xmp|noembed|noframes|iframe|object|frameset|label|button|form))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ANOTHER = Pattern.compile("<zweiklick-", Pattern.CASE_INSENSITIVE);

    private static final Pattern LEVEL = Pattern.compile("[2-6]");
    /** Stands for a title in the words around it; in no title. */
    private static final String ANY = "\uFFFC";

    private final String markup;
    private final Element element;
    private final int number;
    private final WebUrl address;

    private FormerPlaceholder(String markup, Element element, int number, WebUrl address) {
        this.markup = markup;
        this.element = element;
        this.number = number;
        this.address = address;
    }

    /** Empty where there is none, or none that may be loaded. */
    static Optional<FormerPlaceholder> in(String markup) {
        // In another one nothing is certain, and each of many would be read with all that are in it.
        if (markup.length() < SHORTEST || ANOTHER.matcher(markup).find(1)) {
            return Optional.empty();
        }
        Element element = withoutWords(markup);
        Element once = element.selectFirst("button[value=once]");
        Matcher id = ID.matcher(element.id());
        return id.matches() && once != null
                ? WebUrl.parse("https://zweiklick.invalid" + once.attr("formaction"))
                        .map(address -> new FormerPlaceholder(markup, element, Integer.parseInt(id.group(1)), address))
                : Optional.empty();
    }

    /** The first element, without an author's own words. */
    private static Element withoutWords(String markup) {
        Element body = Jsoup.parseBodyFragment(markup).body();
        Element element = body.childrenSize() == 0 ? body : body.child(0);
        Element words = element.selectFirst(".zweiklick-alternative");
        if (words != null) {
            words.empty();
        }
        return element;
    }

    /**
     * Whether it is this markup with nothing in between but words that stay where they are: none that end an element of ours,
     * go around one, or are read otherwise by others.
     */
    boolean isSurrounded(String before, String after) {
        int end = markup.length() - after.length();
        return end >= before.length()
                && markup.startsWith(before)
                && markup.endsWith(after)
                && !UNCLEAR.matcher(markup.substring(before.length(), end)).find()
                && element.outerHtml().equals(withoutWords(before + after).outerHtml());
    }

    Optional<Embed> embed(Rebuilding rebuilding) {
        Map<String, String> captures = new LinkedHashMap<>();
        for (Map.Entry<String, String> parameter : address.parameters()) {
            if (parameter.getKey().startsWith(AirlockAddress.CAPTURE_PREFIX)) {
                captures.put(
                        parameter.getKey().substring(AirlockAddress.CAPTURE_PREFIX.length()), parameter.getValue());
            }
        }
        return rebuilding.rebuild(
                address.parameter(AirlockAddress.SERVICE).orElse(""),
                address.parameter(AirlockAddress.KIND).orElse(""),
                captures);
    }

    Optional<String> language() {
        return attribute("", "lang");
    }

    /** @param wording of its language */
    Occurrence occurrence(Embed embed, Wording wording) {
        // Where the ratio is not the kind's own, width and height were pasted; else a height was not.
        boolean sized = attribute("", "data-ratio").isEmpty()
                || !attribute("", "data-ratio")
                        .equals(embed.kind().size().ratio().map(ratio -> ratio.replace(':', '/')));
        return new Occurrence(
                number,
                place(),
                language(),
                pixels("width"),
                sized ? pixels("height") : Optional.empty(),
                title(embed, wording),
                Optional.ofNullable(element.selectFirst(".zweiklick-quote"))
                        .map(quote -> new Quote(quote.wholeText(), attribute(".zweiklick-quote", "lang"))),
                attribute(".zweiklick-title", "aria-level")
                        .filter(level -> LEVEL.matcher(level).matches())
                        .map(Integer::valueOf)
                        .orElse(2),
                attribute(".zweiklick-poster", "src")
                        .map(src -> new Poster(
                                src, attribute(".zweiklick-poster", "width").isPresent())));
    }

    private Place place() {
        if (element.selectFirst("div.zweiklick-card") != null) {
            return Place.FLOW;
        }
        return element.selectFirst("noscript") == null ? Place.NOSCRIPT : Place.PHRASING;
    }

    private Optional<Integer> pixels(String side) {
        return attribute("iframe", side)
                .filter(pixels -> PIXELS.matcher(pixels).matches())
                .map(Integer::valueOf);
    }

    /** The embed's own, which stands between words of ours. */
    private Optional<String> title(Embed embed, Wording wording) {
        String heading = Optional.ofNullable(element.selectFirst(".zweiklick-title"))
                .map(Element::wholeText)
                .orElse("");
        String named = EmbedNames.of(embed, wording, Optional.of(ANY)).title();
        String before = named.substring(0, named.indexOf(ANY));
        String after = named.substring(named.indexOf(ANY) + ANY.length());
        return heading.startsWith(before)
                        && heading.endsWith(after)
                        && heading.length() > before.length() + after.length()
                ? Optional.of(heading.substring(before.length(), heading.length() - after.length()))
                : Optional.empty();
    }

    /** @param within which element, the first of these; empty: itself */
    private Optional<String> attribute(String within, String name) {
        return Optional.ofNullable(within.isEmpty() ? element : element.selectFirst(within))
                .filter(found -> found.hasAttr(name))
                .map(found -> found.attr(name));
    }
}
