package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.share.ShareLink;
import io.github.zweiklick.share.Shared;
import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The markup the rewriter puts in; one instance a page, made by the view. */
public interface PageMarkup {
    /** In place of an embed. */
    Placeholder placeholder(Embed embed, Occurrence where);

    /**
     * What would be written now in place of an embed where an element that says it is such a placeholder stands.
     *
     * @param element its markup, with an author's own words in it
     * @return empty where it names no embed, or where the words inside reach beyond their place
     */
    default Optional<Former> again(String element, Rebuilding embeds) {
        return Optional.empty();
    }

    /** Its placeholder stands in the page from before. */
    default void stands(Embed embed) {}

    /**
     * Markup around the author's own words.
     *
     * @param poster the picture in it
     */
    record Former(Embed embed, Optional<Poster> poster, Html before, Html after) {}

    /** Makes embeds of what identifies them. */
    interface Rebuilding {
        /** Empty where the catalogue knows no such embed. */
        Optional<Embed> rebuild(String service, String kind, Map<String, String> captures);
    }

    /** In place of a frame of an unknown host: names host and address as a link, not loadable. */
    Html blockedFrame(String host, String address, Occurrence where);

    /** In place of a pasted widget that is only worth a link. */
    Html plainLink(Embed embed, Occurrence where);

    /** A foreign {@code meta} refresh as a visible link; goes to the start of the body. */
    Html refreshLink(String address, Occurrence where);

    /**
     * The guard, before all scripts of a page, so that what these make contacts nobody either.
     *
     * @param scripts tells whether the page holds a script, in an element, an attribute or an address
     * @param whole whether it may stand in the page itself; else a reference to it does
     * @return empty where the page needs none
     */
    Html guard(BooleanSupplier scripts, boolean whole);

    /** Style and deferred script, once in each page with a placeholder or box; goes into the head. */
    Html head();

    /**
     * The script that leads out what scripts make; goes first into the head of each page held to a list.
     *
     * @param listed host patterns that need no leading out: the site's own and those the page lists
     */
    default Html linkScript(List<String> listed) {
        return Html.EMPTY;
    }

    /** In place of the element by which an author asks for the settings. */
    default Html settings(Occurrence where) {
        return Html.EMPTY;
    }

    /** The script of the settings, after {@link #head}, once in each page that holds them. */
    default Html settingsHead() {
        return Html.EMPTY;
    }

    /** In place of the element by which an author asks for links to share the page. */
    default Html shareBar(ShareBar bar, Occurrence where) {
        return Html.EMPTY;
    }

    /** Style and script of those links, once in each page that holds them. */
    default Html shareHead() {
        return Html.EMPTY;
    }

    /** Ids of the sources of posts that there are. */
    default Set<String> feeds() {
        return Set.of();
    }

    /**
     * In place of the element by which an author asks for posts.
     *
     * @param embeds what of the networks' own may be loaded in them
     * @return empty markup where there are none
     */
    default Posts feed(Feed feed, Occurrence where, Embeds embeds) {
        return new Posts(Html.EMPTY, false);
    }

    /**
     * What there is of a single post that an author asks for by its address.
     *
     * @param address anything
     * @param embeds what of the networks' own may be loaded in it
     */
    default PostOutcome post(WebUrl address, Occurrence where, Embeds embeds) {
        return new PostOutcome.Unknown();
    }

    /** How long a page may be kept that is to show a post, whether it does just now or not; empty: no shorter than else. */
    default Optional<Duration> lifetime(WebUrl post) {
        return Optional.empty();
    }

    /** Whether embed codes of single posts are shown as these are. */
    default boolean arePastedPostsShown() {
        return false;
    }

    /**
     * Whether all that was written would be written again for the very same page: it holds nothing that networks are asked for,
     * nor what other pages bring about.
     */
    default boolean isSteady() {
        return false;
    }

    /**
     * Posts in a page.
     *
     * @param embeds whether there are placeholders in it
     * @param lifetime how long a page may be kept with them; empty: as {@link #lifetime} says
     */
    record Posts(Html html, boolean embeds, Optional<Duration> lifetime) {
        /** They bound no further how long a page may be kept. */
        public Posts(Html html, boolean embeds) {
            this(html, embeds, Optional.empty());
        }
    }

    /** Makes placeholders of addresses that stand in posts. */
    interface Embeds {
        /** Empty where the catalogue knows nothing at the address, or nothing of it may be loaded. */
        Optional<Embed> at(WebUrl address);

        /** Unique in the page. */
        int nextNumber();

        /** There are none. */
        static Embeds none() {
            return new Embeds() {
                @Override
                public Optional<Embed> at(WebUrl address) {
                    return Optional.empty();
                }

                @Override
                public int nextNumber() {
                    return 0;
                }
            };
        }
    }

    /** How long a page with these posts may be kept, whether there are any just now or not; empty: no shorter than else. */
    default Optional<Duration> lifetime(Feed feed) {
        return Optional.empty();
    }

    /** Style of posts, once in each page that holds them. */
    default Html feedHead() {
        return Html.EMPTY;
    }

    /** The page's one empty form, once in each page with a placeholder; goes to the start of the body. */
    Html form();

    /**
     * The way to the settings, at the end of the body of each page with an embed that may be loaded and no such way of its
     * own.
     *
     * @param language BCP 47 language of the page, empty where nothing says it
     * @return empty where there is nothing to set
     */
    default Html entry(Optional<String> language) {
        return Html.EMPTY;
    }

    /**
     * Markup around the author's own alternative, which stays where it is; empty markup between otherwise.
     *
     * @param lifetime how long a page may be kept with it; empty: no shorter than else
     */
    record Placeholder(Html before, Html after, Optional<Duration> lifetime) {
        /** It may be kept. */
        public Placeholder(Html before, Html after) {
            this(before, after, Optional.empty());
        }
    }

    /**
     * What an author asks for by {@code <zweiklick-share>}.
     *
     * @param links in the author's order
     * @param vertical whether the links stand below each other
     * @param small whether they take little room
     * @param counts whether each says how often the page was shared there, where that is known
     */
    record ShareBar(List<ShareLink> links, Shared shared, boolean vertical, boolean small, boolean counts) {
        public ShareBar {
            links = List.copyOf(links);
        }
    }

    /**
     * What an author asks for by {@code <zweiklick-feed>}.
     *
     * @param sources ids, known or not
     * @param limit of posts, 1 to 50
     * @param filter a word, one of which or a hashtag stands in each post
     */
    record Feed(List<String> sources, int limit, Layout layout, Optional<String> filter) {
        /** In characters. */
        public static final int LONGEST_FILTER = 100;

        public Feed {
            sources = List.copyOf(sources);
        }

        /** How posts are laid out. */
        public enum Layout {
            /** Below each other. */
            LIST,
            /** Beside each other where there is room. */
            CARDS,
            /** Without pictures. */
            COMPACT
        }
    }

    /**
     * Where an embed stands.
     *
     * @param number counts from 1 in document order; unique in the page
     * @param place what the parser allows there
     * @param language BCP 47 language in force there, empty where the page says none
     * @param width CSS pixels of the pasted code, empty where unknown or relative
     * @param height likewise
     * @param title of the pasted frame, empty where none or a mere brand name
     * @param quote readable text of the pasted code
     * @param headingLevel level that fits the page: one below the last heading before it, 2 to 6
     * @param poster a picture at one of the site's own hosts
     */
    record Occurrence(
            int number,
            Place place,
            Optional<String> language,
            Optional<Integer> width,
            Optional<Integer> height,
            Optional<String> title,
            Optional<Quote> quote,
            int headingLevel,
            Optional<Poster> poster) {

        /** The same, of a video with a title and perhaps a picture of its own; what the author says is kept. */
        public Occurrence with(Optional<String> ownTitle, Optional<Poster> ownPoster) {
            return new Occurrence(
                    number,
                    place,
                    language,
                    width,
                    height,
                    title.or(() -> ownTitle),
                    quote,
                    headingLevel,
                    poster.or(() -> ownPoster));
        }

        /** The same without what the pasted code quotes. */
        Occurrence withoutQuote() {
            return new Occurrence(
                    number, place, language, width, height, title, Optional.empty(), headingLevel, poster);
        }

        /** Of an embed that was not pasted: no code tells its size, title or words. */
        public static Occurrence plain(int number, Place place, String language, int headingLevel) {
            return new Occurrence(
                    number,
                    place,
                    Optional.of(language),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    headingLevel,
                    Optional.empty());
        }
    }

    /** @param language of the text where the pasted code says so */
    record Quote(String text, Optional<String> language) {}

    /** What may stand at a place without the HTML parser moving or closing something. */
    enum Place {
        /** Any element. */
        FLOW,
        /** No element that closes a {@code p}: spans, links and buttons only. */
        PHRASING,
        /** Inside {@code noscript}, flow content: no nested {@code noscript}. */
        NOSCRIPT,
        /** Inside a button, option or the like: text only, no control. */
        INERT
    }
}
