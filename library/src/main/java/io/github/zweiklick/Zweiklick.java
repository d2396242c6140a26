package io.github.zweiklick;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.endpoint.AdminPages;
import io.github.zweiklick.endpoint.Endpoints;
import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.endpoint.Request;
import io.github.zweiklick.endpoint.Unavailable;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.page.PageMarkup;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import io.github.zweiklick.url.WebUrl;
import io.github.zweiklick.view.Guarding;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
        return of(configuration, Clock.systemUTC());
    }

    static Zweiklick of(Configuration configuration, Clock clock) {
        return new Zweiklick(Site.of(configuration, clock));
    }

    /**
     * One with another configuration, which goes on with this one's findings, those apart that no longer hold: at places
     * that are treated otherwise now, of hosts that are the site's own now, and all that concerns the configuration or
     * services that changed. Networks that are asked as before are asked on with what is known of them, the others no more.
     * Responses under way keep this one, which is to be closed then.
     *
     * @param contextPath of the application, empty or beginning with a slash
     * @throws ConfigurationException where the configuration is wrong; this one stays as it is
     */
    public Zweiklick succeededBy(Configuration next, String contextPath) {
        Site successor = Site.succeeding(site, next);
        site.findings().forget(new Outdated(site, successor, contextPath)::test);
        successor.asked().begin();
        return new Zweiklick(successor);
    }

    Site site() {
        return site;
    }

    public Configuration configuration() {
        return site.configuration();
    }

    /**
     * The rules for the response to one request, in the mode of its address.
     *
     * @param address public address of the request, as the browser has it
     * @param contextPath of the application, empty or beginning with a slash
     */
    public Protection protection(WebUrl address, String contextPath) {
        return protection(address, contextPath, mode(Places.path(address, contextPath), address.host()));
    }

    /** The rules for the response to one request. */
    public Protection protection(WebUrl address, String contextPath, Mode mode) {
        return new Protection(site, address, site.ownership().of(address), base(contextPath), mode);
    }

    /**
     * What is done with pages of a place: by the first of the {@code rules} that matches, else the general {@code mode}.
     *
     * @param path below the context path, decoded
     * @param host as requested, without port
     */
    public Mode mode(String path, String host) {
        return site.places().mode(path, host);
    }

    /** Whether a path, below the context path and decoded, is one of ours. */
    public boolean isEndpoint(String path) {
        return Rule.isBelow(path, configuration().base());
    }

    /**
     * Whether a GET of a path, below the context path and decoded, is answered whatever the host, from memory alone and with few
     * bytes: without anything to be waited for.
     */
    public boolean isAtHand(String path) {
        String base = configuration().base();
        return path.length() == base.length() + Endpoints.SHARES.length()
                && path.startsWith(base)
                && path.endsWith(Endpoints.SHARES)
                && !site.places().mayBeExcluded(path);
    }

    /** Answers a request to an endpoint; any request gets an answer. */
    public Reply answer(Request request, String contextPath) {
        return site.endpoints().answer(request, base(contextPath));
    }

    /** Whether a path, below the context path and decoded, is for those only whom {@code admin} lets in. */
    public boolean isAdministration(String path) {
        return Rule.isBelow(path, configuration().base() + AdminPages.PATH);
    }

    /**
     * Answers a request to what {@link #isAdministration}.
     *
     * @param admitted whether the visitor is one whom {@code admin} lets in; others are told nothing
     */
    public Reply administer(Request request, String contextPath, boolean admitted) {
        return admitted
                ? site.admin().answer(request, base(contextPath))
                : site.endpoints().unknown(request, base(contextPath));
    }

    /**
     * The page a proxy shows where it has no answer of the site.
     *
     * @param request the visitor's, whatever its path
     */
    public Reply unavailable(Unavailable why, Request request, String contextPath) {
        return site.endpoints().unavailable(why, request, base(contextPath));
    }

    /** Whether a path, below the context path and decoded, is left alone altogether ({@code exclude}). */
    public boolean isExcluded(String path) {
        return site.places().isExcludedPath(path);
    }

    /** Whether a requested host, without port, is left alone altogether ({@code exclude}). */
    public boolean isExcludedHost(String host) {
        return site.places().isExcludedHost(host);
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
        PageMarkup markup = site.view().page(base(contextPath), List.of(), Guarding.NONE);
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

    /** Adds a finding of the caller's own. */
    public void report(Finding finding) {
        site.findings().report(finding);
    }

    /** Forgets findings that hold no longer. */
    public void forget(Predicate<Finding> gone) {
        site.findings().forget(gone);
    }

    /** What is protected and what was found missing, for the log at start; several lines. */
    public String summary() {
        return Summary.of(site.configuration(), site.catalogue(), YearMonth.now(site.clock()));
    }

    /**
     * Ends the threads and connections with which networks are asked, where any are, but for those that a successor goes on
     * with, and waits up to two seconds for their end; after closing nothing more is kept.
     */
    @Override
    public void close() {
        site.asked().close();
        site.linesByHosts().clear();
        site.pages().clear();
        // Last: a thread that still ran would link others after it.
        LinkedRecords.forget();
    }

    private String base(String contextPath) {
        return contextPath + configuration().base();
    }
}
