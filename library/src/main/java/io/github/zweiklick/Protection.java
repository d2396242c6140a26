package io.github.zweiklick;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.page.LinkedPage;
import io.github.zweiklick.page.PageMarkup;
import io.github.zweiklick.page.PageRewriter;
import io.github.zweiklick.page.PageSource;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.policy.Allowlist;
import io.github.zweiklick.policy.HeaderJudge;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.policy.HeaderVerdict;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The rules for one response. Cheap to make; not to be kept beyond the response. */
public final class Protection {
    private final Site site;
    private final WebUrl address;
    private final OwnHosts own;
    private final String base;
    private final SiteLines lines;
    private final Mode mode;
    private final HeaderJudge judge;

    Protection(Site site, WebUrl address, OwnHosts own, String base, Mode mode) {
        this.site = site;
        this.address = address;
        this.own = own;
        this.base = base;
        this.lines = site.lines(own, base);
        this.mode = mode;
        this.judge = new HeaderJudge(address, own, site.findings());
    }

    /** What is done with the response. */
    public Mode mode() {
        return mode;
    }

    /**
     * The lines every response carries, to be <em>added</em> (never set) before anything else is sent; report-only ones
     * where it is observed.
     */
    public List<HeaderLine> headers() {
        return mode == Mode.OBSERVE ? lines.observed() : lines.every();
    }

    /** Further lines for a response that is no page, to be <em>set</em> before its body is sent. */
    public List<HeaderLine> otherHeaders() {
        return allowlist().map(Allowlist::other).orElse(List.of());
    }

    /** Further lines for a page that goes out unexamined, to be <em>set</em>: nobody knows where its links lead. */
    public List<HeaderLine> unexaminedHeaders() {
        return allowlist().map(Allowlist::unknown).orElse(List.of());
    }

    /** Empty where it is off, and where it must stop nothing: then {@link #headers} says all there is to say. */
    private Optional<Allowlist> allowlist() {
        return mode == Mode.OBSERVE ? Optional.empty() : lines.allowlist();
    }

    /**
     * Judges a header line before the response takes it; any name may be asked. Reports what it refuses, which in a
     * response that is observed is nothing: there it reports what it would refuse.
     */
    public HeaderVerdict judge(String name, String value) {
        if (mode == Mode.OBSERVE) {
            judge.observe(name, value);
            return new HeaderVerdict.Keep();
        }
        return judge.judge(name, value);
    }

    /**
     * Looks at a header line that stood on the response before: it cannot be taken back, but is reported where it
     * contacts foreign hosts or would stop an embed.
     *
     * @param airlock whether the response answers one of our endpoints
     */
    public void lookAtEarlier(String name, String value, boolean airlock) {
        judge.lookAtEarlier(name, value, airlock);
    }

    /**
     * Whether a body of this type is a page to be rewritten: HTML, any XML, or no type at all, since browsers sniff.
     *
     * @param contentType the Content-Type header
     */
    public boolean isPage(Optional<String> contentType) {
        return PageRewriter.isPage(contentType);
    }

    /**
     * Whether a body is a page as far as its beginning tells.
     *
     * @param contentType the Content-Type header
     * @param beginning the first kilobytes of it, decoded from any content coding
     */
    public boolean isPage(Optional<String> contentType, byte[] beginning) {
        return PageRewriter.isPage(contentType, beginning);
    }

    /**
     * Whether a body of this type is data, such as a feed, unless it holds elements of a page: it need not be withheld where
     * it cannot be examined for its length.
     *
     * @param contentType the Content-Type header
     */
    public boolean isData(Optional<String> contentType) {
        return PageRewriter.isData(contentType);
    }

    /**
     * The type to be sent with a body that has none, so that browsers do not sniff another than was examined.
     *
     * @param contentType the Content-Type header, which may say that the type is unknown
     * @return empty where the header tells the type
     */
    public Optional<String> sniffedType(Optional<String> contentType, byte[] body) {
        return PageRewriter.sniffedType(contentType, body);
    }

    /**
     * Rewrites a page; one that is observed is left as it is, and what would be done is reported.
     *
     * @param body decoded from any content coding
     * @param policies values of the site's own Content-Security-Policy headers
     */
    public Rewrite page(byte[] body, Optional<String> contentType, List<String> policies) {
        return examine(body, contentType, policies).rewrite();
    }

    /**
     * The same, and tells the header lines that depend on what the page holds.
     *
     * @param body decoded from any content coding
     * @param policies values of the site's own Content-Security-Policy headers
     */
    public PageOutcome examine(byte[] body, Optional<String> contentType, List<String> policies) {
        PageSource source = new PageSource(body, contentType, address, own, base);
        return known(source, policies).map(KeptPages::copy).orElseGet(() -> anew(source, policies));
    }

    /**
     * The same, for whoever only reads what comes out of it: the body is given to others as well, and must not be changed.
     *
     * @param body decoded from any content coding
     * @param policies values of the site's own Content-Security-Policy headers
     */
    public PageOutcome examineShared(byte[] body, Optional<String> contentType, List<String> policies) {
        PageSource source = new PageSource(body, contentType, address, own, base);
        return known(source, policies).orElseGet(() -> anew(source, policies));
    }

    private Optional<PageOutcome> known(PageSource source, List<String> policies) {
        Optional<KeptPages.Known> known = mode == Mode.PROTECT ? site.pages().get(source, policies) : Optional.empty();
        return known.map(page -> {
            page.findings().forEach(site.findings()::report);
            return page.outcome();
        });
    }

    private PageOutcome anew(PageSource source, List<String> policies) {
        PageMarkup markup = site.view().page(base, policies, site.guarding(own));
        if (mode == Mode.OBSERVE) {
            return new PageOutcome(reported(site.rewriter().observe(source, markup)), List.of(), Optional.empty());
        }
        LinkedPage page = site.rewriter().rewrite(source, markup, lines.linkRule());
        PageOutcome outcome = new PageOutcome(
                reported(page.rewrite()),
                allowlist().map(list -> list.page(page.linkedHosts())).orElse(List.of()),
                page.lifetime());
        if (markup.isSteady() && !(page.rewrite() instanceof Rewrite.Unexamined)) {
            site.pages().offer(source, policies, outcome, page.findings());
        }
        return outcome;
    }

    /**
     * The same bytes, where this page has come before and is kept: they need not be copied to be examined later. They must not be
     * changed.
     *
     * @param bytes of which a range is the whole body, decoded from any content coding
     */
    public Optional<byte[]> sharedBody(byte[] bytes, int offset, int length) {
        return mode == Mode.PROTECT ? site.pages().body(address, bytes, offset, length) : Optional.empty();
    }

    private Rewrite reported(Rewrite rewrite) {
        if (rewrite instanceof Rewrite.Withheld withheld) {
            unexamined(withheld.reason());
        } else if (rewrite instanceof Rewrite.Postponed postponed && mode != Mode.OBSERVE) {
            // What is only observed is observed another time.
            overloaded(postponed.reason());
        }
        boolean passes = rewrite instanceof Rewrite.Unexamined
                && site.configuration().onFailure() == Configuration.OnFailure.PASS;
        return mode == Mode.OBSERVE || passes ? new Rewrite.Unchanged(Optional.empty()) : rewrite;
    }

    /**
     * Reports a page that was not, or in a response that is observed would not be, examined.
     *
     * @param reason continues "The page could not be examined:", without quoting personal data
     */
    public void unexamined(String reason) {
        boolean observed = mode == Mode.OBSERVE;
        boolean passes = site.configuration().onFailure() == Configuration.OnFailure.PASS;
        site.findings()
                .report(new Finding(
                        Finding.Kind.UNPROTECTED_PAGE,
                        address.origin() + address.path(),
                        "The page could not be examined: " + reason
                                + (observed ? "; it would " + (passes ? "go out unexamined" : "be withheld") : ""),
                        "Mend the page, or set \"onFailure\": \"pass\" if it may go out unexamined",
                        Optional.empty(),
                        observed));
    }

    /**
     * Reports a page that there was no memory for just now.
     *
     * @param reason continues "The page could not be examined:", without quoting personal data
     */
    public void overloaded(String reason) {
        site.findings()
                .report(new Finding(
                        Finding.Kind.UNPROTECTED_PAGE,
                        address.origin() + address.path(),
                        "The page could not be examined: " + reason,
                        "Give the server more heap (-Xmx), or make the page smaller",
                        Optional.empty(),
                        false));
    }

    /**
     * Reports a page that could not be observed as it went out, though it may well be examined once it is protected.
     *
     * @param reason continues "The page could not be observed:"
     */
    public void unobserved(String reason) {
        site.findings()
                .report(new Finding(
                        Finding.Kind.UNPROTECTED_PAGE,
                        address.origin() + address.path(),
                        "The page could not be observed: " + reason,
                        "Let the application send it plain or in gzip; of a protected page nothing else is asked for",
                        Optional.empty(),
                        true));
    }

    /**
     * A page, examined.
     *
     * @param headers further lines, to be <em>set</em>; none of them holds for a page that is withheld
     * @param lifetime how long browsers and caches may keep the page; empty where nothing in it bounds that
     */
    public record PageOutcome(Rewrite rewrite, List<HeaderLine> headers, Optional<Duration> lifetime) {}

    /** The plain page sent in place of one that was withheld; status 500. */
    public Reply withheld() {
        return site.endpoints().withheld(base);
    }

    /** The plain page sent in place of one that there is no memory for just now; status 503, with {@code Retry-After}. */
    public Reply postponed() {
        return site.endpoints().postponed(base);
    }
}
