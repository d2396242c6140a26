package io.github.zweiklick.endpoint;

import io.github.zweiklick.feed.Feeds;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.page.PageMarkup.Feed;
import io.github.zweiklick.page.PageMarkup.Feed.Layout;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.view.Digest;
import io.github.zweiklick.view.FeedDocument;
import io.github.zweiklick.view.View;
import io.github.zweiklick.view.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code GET {base}/feeds/ID}: the posts of a source, or of several with commas between, as JSON Feed; with {@code .atom} as Atom,
 * with {@code .html} as a page, in parts. Parameters: {@code limit}, {@code filter}, {@code lang}; of pages {@code page}, {@code
 * layout}.
 */
final class FeedsEndpoint {
    private static final String PATH = "/feeds/";
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int USUAL_LIMIT = 20;
    private static final int LARGEST_LIMIT = 50;
    private static final int LAST_PAGE = 1_000;

    private final View view;
    private final Feeds feeds;
    private final AirlockHeaders headers;

    FeedsEndpoint(View view, Feeds feeds, AirlockHeaders headers) {
        this.view = view;
        this.feeds = feeds;
        this.headers = headers;
    }

    /**
     * Empty where there is no such source, or no such part.
     *
     * @param reader words of a page, for whoever asks
     * @param wording of what caches keep for all
     */
    Optional<Reply> answer(Request request, String base, Wording reader, Wording wording) {
        String name = request.path().substring(PATH.length());
        int dot = name.lastIndexOf('.');
        String form = dot < 0 ? "" : name.substring(dot);
        List<String> sources = Arrays.asList((dot < 0 ? name : name.substring(0, dot)).split(","));
        if (feeds.unknown(sources).findAny().isPresent()) {
            return Optional.empty();
        }
        Feed wanted = new Feed(
                sources, number(request, "limit", USUAL_LIMIT, LARGEST_LIMIT), layout(request), filter(request));
        FeedDocument document = view.documents(base).feeds();
        String origin = request.address().origin();
        String self = origin + request.address().path();
        return switch (form) {
            case "" ->
                Optional.of(data(
                        request,
                        "application/feed+json; charset=utf-8",
                        sources,
                        document.json(wanted, origin, self, wording).getBytes(StandardCharsets.UTF_8)));
            case ".atom" ->
                Optional.of(data(
                        request,
                        "application/atom+xml; charset=utf-8",
                        sources,
                        document.atom(wanted, origin, self, wording).toString().getBytes(StandardCharsets.US_ASCII)));
            case ".html" -> page(request, document, wanted, base, reader);
            default -> Optional.empty();
        };
    }

    private Optional<Reply> page(Request request, FeedDocument document, Feed wanted, String base, Wording wording) {
        Optional<Html> page =
                document.page(wanted, number(request, "page", 1, LAST_PAGE), wording, WayBack.of(request, base));
        return page.map(found -> Replies.html(200, headers.pictures(), found));
    }

    private Reply data(Request request, String type, List<String> sources, byte[] body) {
        String tag = "\"" + Digest.of(body) + "\"";
        Duration refresh = feeds.refresh(sources).orElse(LONGEST);
        Duration age = refresh.compareTo(LONGEST) < 0 ? refresh : LONGEST;
        List<HeaderLine> caching = List.of(
                new HeaderLine("Cache-Control", "public, max-age=" + age.toSeconds()), new HeaderLine("ETag", tag));
        boolean same = request.header()
                .apply("If-None-Match")
                .filter(tags -> tags.contains(tag) || tags.strip().equals("*"))
                .isPresent();
        if (same) {
            return new Reply(304, caching, new byte[0]);
        }
        return new Reply(
                200,
                Stream.concat(
                                Stream.of(
                                        new HeaderLine("Content-Type", type),
                                        new HeaderLine(
                                                "Content-Security-Policy",
                                                "default-src 'none'; frame-ancestors 'none'"),
                                        new HeaderLine("X-Content-Type-Options", "nosniff")),
                                caching.stream())
                        .toList(),
                body);
    }

    private static int number(Request request, String parameter, int usual, int most) {
        return request.address()
                .parameter(parameter)
                .filter(text -> text.matches("[1-9][0-9]{0,5}"))
                .map(text -> Math.min(Integer.parseInt(text), most))
                .orElse(usual);
    }

    private static Layout layout(Request request) {
        return request.address()
                .parameter("layout")
                .flatMap(word -> Arrays.stream(Layout.values())
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst())
                .orElse(Layout.LIST);
    }

    private static Optional<String> filter(Request request) {
        return request.address()
                .parameter("filter")
                .map(String::strip)
                .filter(word -> !word.isEmpty() && word.length() <= Feed.LONGEST_FILTER);
    }
}
