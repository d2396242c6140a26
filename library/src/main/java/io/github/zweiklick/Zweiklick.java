package io.github.zweiklick;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.endpoint.Request;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.page.PageMarkup;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import io.github.zweiklick.url.WebUrl;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The library's entrance. Thread-safe; make one for a web application and keep it.
 *
 * <p>For each response: {@link #protection}; for each request below {@link Configuration#base}: {@link #answer}, before
 * anything else sees it.
 */
public final class Zweiklick implements AutoCloseable {
    private final Site site;

    private Zweiklick(Site site) {
        this.site = site;
    }

    /** With defaults: the requested host and its www twin are the site's own, all loadable services two-click. */
    public static Zweiklick create() {
        return of(Configuration.defaults());
    }

    public static Zweiklick of(Configuration configuration) {
        return new Zweiklick(Site.of(configuration, Clock.systemUTC()));
    }

    public Configuration configuration() {
        return site.configuration();
    }

    /**
     * The rules for the response to one request.
     *
     * @param address public address of the request, as the browser has it
     * @param contextPath of the application, empty or beginning with a slash
     */
    public Protection protection(WebUrl address, String contextPath) {
        return new Protection(site, address, site.ownership().of(address), base(contextPath));
    }

    /** Whether a path, below the context path and decoded, is one of ours. */
    public boolean isEndpoint(String path) {
        return isBelow(path, configuration().base());
    }

    /** Answers a request to an endpoint; any request gets an answer. */
    public Reply answer(Request request, String contextPath) {
        return site.endpoints().answer(request, base(contextPath));
    }

    /** Whether a path, below the context path and decoded, is left alone altogether ({@code exclude}). */
    public boolean isExcluded(String path) {
        return configuration().exclude().stream().anyMatch(prefix -> isBelow(path, prefix));
    }

    /**
     * A placeholder for an address, for templates of pages that do not pass a filter.
     *
     * @param address of the content at its network, as a visitor would copy it
     * @param language BCP 47 language of the page
     * @param number counts the placeholders of a page from 1
     * @param contextPath of the application, empty or beginning with a slash
     * @return empty where the catalogue does not know the address
     */
    public Optional<EmbedMarkup> embed(String address, String language, int number, String contextPath) {
        PageMarkup markup = site.view().page(base(contextPath), List.of());
        Occurrence where = Occurrence.plain(number, Place.FLOW, language, 3);
        Optional<Embed> embed = WebUrl.parse(address).flatMap(site.catalogue()::recogniseLink);
        return embed.map(found -> {
            PageMarkup.Placeholder placeholder = markup.placeholder(found, where);
            return new EmbedMarkup(
                    markup.head().toString(),
                    markup.form().toString(),
                    placeholder.before().and(placeholder.after()).toString());
        });
    }

    /**
     * Markup of an embed, ASCII.
     *
     * @param head goes once into the head of the page
     * @param form goes once to the start of the body
     * @param placeholder stands where the embed shall be
     */
    public record EmbedMarkup(String head, String form, String placeholder) {}

    /** What the operator should know, the oldest first; kept bounded, each once. */
    public List<Finding> findings() {
        return site.findings().findings();
    }

    /** What is protected and what was found missing, for the log at start; several lines. */
    public String summary() {
        return Summary.of(site.configuration(), site.catalogue(), YearMonth.now(site.clock()));
    }

    /** Holds neither threads nor files; after closing nothing more is kept. */
    @Override
    public void close() {
        site.linesByHosts().clear();
        LinkedRecords.forget();
    }

    private String base(String contextPath) {
        return contextPath + configuration().base();
    }

    private static boolean isBelow(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
