package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.page.Extents.Extent;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Quote;
import io.github.zweiklick.url.WebUrl;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Describes where an embed stands and what can be read there. */
final class Occurrences {
    private static final int LONGEST_QUOTE = 1000;
    private static final int LONGEST_TITLE = 200;
    private static final Pattern PIXELS = Pattern.compile("\\s*([0-9]{1,5})(?:px|\\.0*)?\\s*");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Punct}]+");
    /** Titles of these words say nothing beyond the service's name. */
    private static final Set<String> GENERIC = Set.of(
            "video",
            "player",
            "embed",
            "embedded",
            "post",
            "content",
            "iframe",
            "frame",
            "widget",
            "map",
            "external",
            "plugin",
            "the",
            "a",
            "from",
            "by");

    private static final Pattern NOSCRIPT = Pattern.compile("</?noscript", Pattern.CASE_INSENSITIVE);

    private static final Pattern LEVEL = Pattern.compile("[2-6]");

    /** Elements whose content is the author's own words. */
    private static final Set<String> WRITTEN = Set.of("zweiklick-embed", "zweiklick-post");

    private final Session session;
    private final Examined page;
    private final Addresses addresses;

    Occurrences(Session session, Examined page, Addresses addresses) {
        this.session = session;
        this.page = page;
        this.addresses = addresses;
    }

    /** Of a pasted code that is an embed. */
    Occurrence of(Standing standing, StartTag tag, Extent extent, Embed embed) {
        boolean frame = Contact.FRAMES.contains(tag.name());
        boolean quotes = !frame && !tag.name().equals("a") && !WRITTEN.contains(tag.name());
        Optional<Quote> quote = quotes ? quote(tag, extent) : Optional.empty();
        return occurrence(standing, tag, name(tag, extent, embed), quote);
    }

    /** Of one that becomes a link, which quotes nothing. */
    Occurrence ofLink(Standing standing, StartTag tag, Extent extent, Embed embed) {
        return occurrence(standing, tag, name(tag, extent, embed), Optional.empty());
    }

    private Optional<String> name(StartTag tag, Extent extent, Embed embed) {
        return tag.name().equals("a")
                ? quote(tag, extent).map(Quote::text)
                : title(tag).filter(text -> !isGeneric(text, embed));
    }

    /** Of anything else. */
    Occurrence bare(Standing standing, StartTag tag) {
        return occurrence(standing, tag, title(tag), Optional.empty());
    }

    private Occurrence occurrence(Standing standing, StartTag tag, Optional<String> title, Optional<Quote> quote) {
        return new Occurrence(
                session.nextNumber(),
                standing.place(),
                standing.language(),
                pixels(tag, "width"),
                pixels(tag, "height"),
                title,
                quote,
                headingLevel(tag),
                poster(tag));
    }

    /** The author's, else that which fits the page. */
    private int headingLevel(StartTag tag) {
        return Optional.of(tag)
                .filter(element -> element.name().startsWith("zweiklick-"))
                .flatMap(element -> page.source.value(element, "heading-level"))
                .filter(value -> LEVEL.matcher(value).matches())
                .map(Integer::valueOf)
                .orElseGet(() -> page.headingLevel(tag.start()));
    }

    private Optional<Poster> poster(StartTag tag) {
        Optional<String> written = WRITTEN.contains(tag.name())
                ? page.source.value(tag, "poster").filter(address -> !address.isBlank())
                : Optional.empty();
        if (written.isPresent() && !isOwn(written.get())) {
            Reports.poster(session, addresses.foreign(written.get()).map(Addresses.Foreign::host));
            return Optional.empty();
        }
        return written.map(address -> new Poster(address, false));
    }

    private boolean isOwn(String address) {
        return addresses.foreign(address).isEmpty()
                && addresses.bases().stream()
                        .allMatch(base -> WebUrl.parse(address, base)
                                .filter(WebUrl::isNetwork)
                                .isPresent());
    }

    /** Whether the author tells what an embed shows; a link to it does not, and a pasted text is the network's. */
    boolean hasOwnWords(StartTag tag, Extent extent) {
        if (!WRITTEN.contains(tag.name()) || extent.contentEnd() <= tag.end()) {
            return false;
        }
        Document content = Jsoup.parseBodyFragment(page.source.decoded(tag.end(), extent.contentEnd()));
        content.select("a, script, style, template, noscript").remove();
        // Editors fill an empty paragraph with a space that does not break.
        return !content.text().replace('\u00a0', ' ').isBlank();
    }

    /**
     * Whether an author's own words end where their place in a placeholder does. Markup that is not closed would go around what
     * follows: a label around the button, so that a click on the words would load; a link around the notice. What {@code noscript}
     * holds is read in two ways.
     */
    boolean areWordsInPlace(Standing standing, StartTag tag, Extent extent) {
        if (extent.contentEnd() <= tag.end()) {
            return true;
        }
        String words = page.source.decoded(tag.end(), extent.contentEnd());
        String place = standing.place() == PageMarkup.Place.FLOW ? "div" : "span";
        Element body = Jsoup.parseBodyFragment("<" + place + ">" + words + "</" + place + ">x<hr id=zweiklick-after>")
                .body();
        return !NOSCRIPT.matcher(words).find()
                && body.childNodeSize() == 3
                && body.childNode(1) instanceof TextNode
                && body.child(1).id().equals("zweiklick-after");
    }

    /** The author's own words without markup. */
    String words(StartTag tag, Extent extent) {
        return Jsoup.parseBodyFragment(page.source.decoded(tag.end(), extent.contentEnd()))
                .text();
    }

    private Optional<Integer> pixels(StartTag tag, String attribute) {
        return page.source
                .value(tag, attribute)
                .or(() -> page.source.value(tag, "data-" + attribute))
                .map(PIXELS::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .filter(pixels -> pixels > 0);
    }

    private Optional<String> title(StartTag tag) {
        return page.source
                .value(tag, "title")
                .map(text -> shortened(text, LONGEST_TITLE))
                .filter(text -> !text.isEmpty());
    }

    private static boolean isGeneric(String title, Embed embed) {
        String rest =
                title.toLowerCase(Locale.ROOT).replace(embed.service().name().toLowerCase(Locale.ROOT), " ");
        return BETWEEN_WORDS.splitAsStream(rest).filter(word -> !word.isEmpty()).allMatch(GENERIC::contains);
    }

    /** The code is read again by itself, decoded: the page's text may be a view of undecoded bytes. */
    private Optional<Quote> quote(StartTag tag, Extent extent) {
        Document code = Jsoup.parseBodyFragment(page.source.decoded(tag.start(), extent.end()));
        Optional<Element> paragraph = Optional.ofNullable(code.selectFirst("p"))
                .filter(first -> !first.text().isBlank());
        String text = shortened(paragraph.orElse(code.body()).text(), LONGEST_QUOTE);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> language = paragraph
                .or(() -> Optional.ofNullable(code.selectFirst("[lang]")))
                .flatMap(TreeStanding::language);
        return Optional.of(new Quote(text, language));
    }

    private static String shortened(String text, int longest) {
        String line = SPACES.matcher(text).replaceAll(" ").strip();
        if (line.length() <= longest) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
        return line.substring(0, end);
    }
}
