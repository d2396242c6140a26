package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.page.Extents.Extent;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.ShareBar;
import io.github.zweiklick.url.WebUrl;
import java.util.List;

/** Carries out a verdict on a whole element. */
final class Replacement {
    private final Session session;
    private final Examined page;
    private final List<Splice> splices;
    private final Insertions insertions;
    private final Occurrences occurrences;
    private final ShareElement shares;
    private final ShariffElement shariff;

    Replacement(Session session, Examined page, Addresses addresses, List<Splice> splices, Insertions insertions) {
        this.session = session;
        this.page = page;
        this.splices = splices;
        this.insertions = insertions;
        this.occurrences = new Occurrences(session, page, addresses);
        SharedPage shared = new SharedPage(session, page, addresses);
        this.shares = new ShareElement(session, page, shared);
        this.shariff = new ShariffElement(session, shared);
    }

    /** Returns the position up to which the text has been dealt with. */
    int carryOut(Candidate candidate, Extent extent, Verdict verdict, boolean authored) {
        StartTag tag = candidate.tag();
        Standing standing = candidate.standing().orElseThrow();
        if (verdict instanceof Verdict.Placeholder placeholder) {
            Reports.placeholder(session, placeholder.embed());
            Occurrence where = occurrences.of(standing, tag, extent, placeholder.embed());
            PageMarkup.Placeholder markup = session.markup.placeholder(placeholder.embed(), where);
            insertions.needForm(tag);
            if (placeholder.embed().isLoadable()) {
                insertions.needEntry(where);
                if (!occurrences.hasOwnWords(tag, extent)) {
                    Reports.noAlternative(session);
                }
            }
            if (authored && !tag.name().equals("a")) {
                // The author's own words stay where they are and are examined like the rest of the page.
                splices.add(new Splice(tag.start(), tag.end(), outsideLink(standing, markup.before())));
                splices.add(new Splice(
                        extent.contentEnd(), extent.end(), markup.after().toString()));
                return tag.end();
            }
            return replace(tag, extent, outsideLink(standing, markup.before().and(markup.after())));
        }
        if (verdict instanceof Verdict.Link link) {
            Reports.link(session, link.embed());
            Embed embed = link.embed().on(session.source.address());
            return replace(tag, extent, outsideLink(standing, link(standing, tag, extent, embed)));
        }
        if (verdict instanceof Verdict.Box box) {
            insertions.needHead(tag);
            return replace(tag, extent, outsideLink(standing, box(standing, tag, box.foreign())));
        }
        if (verdict instanceof Verdict.Settings) {
            insertions.needSettings(tag);
            Html settings = session.markup.settings(occurrences.bare(standing, tag));
            return replace(tag, extent, outsideLink(standing, settings));
        }
        if (verdict instanceof Verdict.Share) {
            return replace(tag, extent, outsideLink(standing, bar(standing, tag, shares.read(tag))));
        }
        if (verdict instanceof Verdict.Shariff found) {
            Reports.shariff(session);
            Html links = bar(standing, tag, shariff.read(tag, found.words()));
            // A div ends the paragraph before it, so that what stands in its place must do so as well.
            Html block = Html.literal("<div>").and(links).and(Html.literal("</div>"));
            return replace(tag, extent, outsideLink(standing, block));
        }
        if (verdict instanceof Verdict.Removed removed) {
            Reports.removed(session, removed);
            return replace(tag, extent, "");
        }
        if (verdict instanceof Verdict.Plain plain) {
            page.needAnotherLook();
            return PlainElements.write(tag, extent, plain.element(), splices);
        }
        if (verdict instanceof Verdict.Missing missing) {
            Reports.missing(session, missing.embed());
            insertions.needHead(tag);
            Html box = session.markup.blockedFrame(
                    missing.embed().service().name(), missing.embed().original(), occurrences.bare(standing, tag));
            return replace(tag, extent, outsideLink(standing, box));
        }
        throw new IllegalStateException("No way to carry out " + verdict);
    }

    private Html bar(Standing standing, StartTag tag, ShareBar bar) {
        insertions.needShare(tag);
        return session.markup.shareBar(bar, occurrences.bare(standing, tag));
    }

    private Html link(Standing standing, StartTag tag, Extent extent, Embed embed) {
        return session.markup.plainLink(embed, occurrences.of(standing, tag, extent, embed));
    }

    private Html box(Standing standing, StartTag tag, Addresses.Foreign foreign) {
        Reports.unknownFrame(session, foreign.host());
        String address = foreign.url().map(WebUrl::href).orElse("");
        return session.markup.blockedFrame(foreign.host(), address, occurrences.bare(standing, tag));
    }

    private int replace(StartTag tag, Extent extent, String markup) {
        splices.add(new Splice(tag.start(), extent.end(), markup));
        return extent.end();
    }

    /** A link must not hold a button: the author's ends before ours begins. */
    private static String outsideLink(Standing standing, Html markup) {
        return standing.isInside("a") ? Html.literal("</a>").and(markup).toString() : markup.toString();
    }
}
