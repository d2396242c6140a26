package io.github.zweiklick.endpoint;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import io.github.zweiklick.page.PageRewriter;
import io.github.zweiklick.page.PageSource;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import io.github.zweiklick.view.View;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code GET {base}/embed?href=}: what a pasted code of that address would have become, for markup that arrives after the
 * page. A fragment, the same for everybody; 404 where the catalogue does not know the address, with a box that names its
 * host, or with nothing where a page would have shown nothing.
 *
 * <p>Parameters: {@code lang} (BCP 47), {@code n} (number of the placeholder in its page, 1 to 9999), {@code level} (of its
 * heading, 2 to 6), {@code width} and {@code height} (CSS pixels). What is out of bounds counts as absent.
 */
final class EmbedEndpoint {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int LONGEST_ADDRESS = 2048;
    private static final int LONGEST_SIDE = 10_000;
    private static final int MOST_NUMBERS = 9_999;

    private final Catalogue catalogue;
    private final PageRewriter rewriter;
    private final View view;
    private final OwnHosts declared;

    /** @param declared hosts that are the site's own besides the one asked */
    EmbedEndpoint(Catalogue catalogue, View view, OwnHosts declared) {
        this.catalogue = catalogue;
        // Addresses come from anybody: they are no findings about the site.
        this.rewriter = new PageRewriter(catalogue, FindingSink.none());
        this.view = view;
        this.declared = declared;
    }

    Reply answer(Request request, String base) {
        Optional<WebUrl> address = request.address()
                .parameter("href")
                .filter(href -> href.length() <= LONGEST_ADDRESS)
                .flatMap(WebUrl::parse)
                .filter(url -> url.scheme().equals("https") || url.scheme().equals("http"));
        if (address.isEmpty()) {
            return reply(400, "no-store", Html.EMPTY);
        }
        FragmentMarkup markup = new FragmentMarkup(
                view.fragment(base), number(request, "n", 1, MOST_NUMBERS).orElse(1), number(request, "level", 2, 6));
        rewriter.rewrite(frame(request, address.get(), base), markup);
        if (!markup.isEmbed()) {
            link(request, address.get()).ifPresent(embed -> markup.placeholder(embed, plain(request)));
        }
        Duration kept =
                markup.lifetime().filter(time -> time.compareTo(LONGEST) < 0).orElse(LONGEST);
        return reply(
                markup.isEmbed() ? 200 : 404,
                markup.isEmbed() ? "public, max-age=" + kept.toSeconds() : "no-store",
                markup.shown());
    }

    /** The code as it would have been pasted. */
    private PageSource frame(Request request, WebUrl address, String base) {
        HtmlBuilder code = new HtmlBuilder()
                .open("div")
                .attribute("lang", language(request))
                .open("iframe")
                .attribute("src", address.toString());
        for (String side : List.of("width", "height")) {
            number(request, side, 1, LONGEST_SIDE).ifPresent(pixels -> code.attribute(side, Integer.toString(pixels)));
        }
        byte[] body = code.close().close().toHtml().toString().getBytes(StandardCharsets.US_ASCII);
        OwnHosts own = new OwnHosts(Stream.concat(Stream.of(request.address().host()), declared.patterns().stream())
                .toList());
        return new PageSource(body, Optional.of("text/html; charset=utf-8"), request.address(), own, base);
    }

    /** A link as a visitor copies it, such as that of a post. */
    private Optional<Embed> link(Request request, WebUrl address) {
        return address.host().equals(request.address().host()) ? Optional.empty() : catalogue.recogniseLink(address);
    }

    private static Occurrence plain(Request request) {
        return Occurrence.plain(1, Place.FLOW, language(request), 2);
    }

    private static String language(Request request) {
        return request.address()
                .parameter("lang")
                .filter(tag -> tag.matches("[A-Za-z0-9-]{1,35}"))
                .orElse("");
    }

    private static Optional<Integer> number(Request request, String name, int least, int most) {
        return request.address()
                .parameter(name)
                .filter(digits -> digits.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most);
    }

    private static Reply reply(int status, String caching, Html fragment) {
        return Replies.html(
                status,
                List.of(
                        new HeaderLine("Content-Type", "text/html; charset=utf-8"),
                        new HeaderLine("X-Content-Type-Options", "nosniff"),
                        new HeaderLine("X-DNS-Prefetch-Control", "off"),
                        new HeaderLine("Cache-Control", caching),
                        new HeaderLine("X-Robots-Tag", "noindex"),
                        // Should somebody open it as a page.
                        new HeaderLine(
                                "Content-Security-Policy",
                                "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")),
                fragment);
    }
}
