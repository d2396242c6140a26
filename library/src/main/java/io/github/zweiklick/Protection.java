package io.github.zweiklick;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.page.PageRewriter;
import io.github.zweiklick.page.PageSource;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.policy.HeaderJudge;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.policy.HeaderVerdict;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Optional;

/** The rules for one response. Cheap to make; not to be kept beyond the response. */
public final class Protection {
    private final Site site;
    private final WebUrl address;
    private final OwnHosts own;
    private final String base;

    Protection(Site site, WebUrl address, OwnHosts own, String base) {
        this.site = site;
        this.address = address;
        this.own = own;
        this.base = base;
    }

    /** The lines every response carries, to be <em>added</em> (never set) before anything else is sent. */
    public List<HeaderLine> headers() {
        return site.lines(own);
    }

    /** Judges a header line before the response takes it; any name may be asked. Reports what it refuses. */
    public HeaderVerdict judge(String name, String value) {
        return new HeaderJudge(address, own, site.findings()).judge(name, value);
    }

    /**
     * Looks at a header line that stood on the response before: it cannot be taken back, but is reported where it
     * contacts foreign hosts or would stop an embed.
     *
     * @param airlock whether the response answers one of our endpoints
     */
    public void lookAtEarlier(String name, String value, boolean airlock) {
        new HeaderJudge(address, own, site.findings()).lookAtEarlier(name, value, airlock);
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
     * Rewrites a page.
     *
     * @param body decoded from any content coding
     * @param policies values of the site's own Content-Security-Policy headers
     */
    public Rewrite page(byte[] body, Optional<String> contentType, List<String> policies) {
        Rewrite rewrite = site.rewriter()
                .rewrite(
                        new PageSource(body, contentType, address, own, base),
                        site.view().page(base, policies, site.guarding(own)));
        if (rewrite instanceof Rewrite.Withheld withheld) {
            FindingSink findings = site.findings();
            findings.report(new Finding(
                    Finding.Kind.UNPROTECTED_PAGE,
                    address.origin() + address.path(),
                    "The page could not be examined: " + withheld.reason(),
                    "Mend the page, or set \"onFailure\": \"pass\" if it may go out unexamined"));
            if (site.configuration().onFailure() == Configuration.OnFailure.PASS) {
                return new Rewrite.Unchanged(Optional.empty());
            }
        }
        return rewrite;
    }

    /** The plain page sent in place of one that was withheld; status 500. */
    public Reply withheld() {
        return site.endpoints().withheld(base);
    }
}
