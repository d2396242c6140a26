package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.page.Extents.Extent;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.ShareBar;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Carries out a verdict on a whole element. */
final class Replacement {
    private final Session session;
    private final Examined page;
    private final List<Splice> splices;
    private final Insertions insertions;
    private final LinksAround around;
    private final Occurrences occurrences;
    /** Of placeholders in the words of others. */
    private final Nesting nesting = new Nesting(31);

    private final FeedElement feeds;
    private final ShareElement shares;
    private final ShariffElement shariff;

    Replacement(Session session, Examined page, Addresses addresses, List<Splice> splices, Insertions insertions) {
        this.session = session;
        this.page = page;
        this.splices = splices;
        this.insertions = insertions;
        this.around = new LinksAround(page, splices);
        this.occurrences = new Occurrences(session, page, addresses);
        this.feeds = new FeedElement(session, page);
        SharedPage shared = new SharedPage(session, page, addresses);
        this.shares = new ShareElement(session, page, shared);
        this.shariff = new ShariffElement(session, shared);
    }

    /** Returns the position up to which the text has been dealt with. */
    int carryOut(Candidate candidate, Extent extent, Verdict verdict, boolean authored) {
        StartTag tag = candidate.tag();
        Standing standing = candidate.standing().orElseThrow();
        if (verdict instanceof Verdict.Post post) {
            return post(candidate, extent, post);
        }
        if (verdict instanceof Verdict.Placeholder placeholder) {
            return authored
                    ? placeholder(
                            standing,
                            tag,
                            extent,
                            placeholder.embed(),
                            occurrences.of(standing, tag, extent, placeholder.embed()),
                            !tag.name().equals("a"))
                    : pasted(standing, tag, extent, placeholder.embed());
        }
        if (verdict instanceof Verdict.Link link) {
            Reports.link(session, link.embed());
            Embed embed = link.embed().on(session.source.address());
            return replace(tag, extent, around.outside(standing, link(standing, tag, extent, embed)));
        }
        if (verdict instanceof Verdict.Box box) {
            insertions.needHead(tag);
            return replace(tag, extent, around.outside(standing, box(standing, tag, box.foreign())));
        }
        if (verdict instanceof Verdict.Settings) {
            insertions.needSettings(tag);
            Html settings = session.markup.settings(occurrences.bare(standing, tag));
            return replace(tag, extent, around.outside(standing, settings));
        }
        if (verdict instanceof Verdict.Share) {
            return replace(tag, extent, around.outside(standing, bar(standing, tag, shares.read(tag))));
        }
        if (verdict instanceof Verdict.Feed) {
            return feed(standing, tag, extent);
        }
        if (verdict instanceof Verdict.Shariff found) {
            Reports.shariff(session);
            Html links = bar(standing, tag, shariff.read(tag, found.words()));
            // A div ends the paragraph before it, so that what stands in its place must do so as well.
            Html block = Html.literal("<div>").and(links).and(Html.literal("</div>"));
            return replace(tag, extent, around.outside(standing, block));
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
            return replace(tag, extent, around.outside(standing, box));
        }
        throw new IllegalStateException("No way to carry out " + verdict);
    }

    /** @param kept whether what the author has written inside stays */
    private int placeholder(
            Standing standing, StartTag tag, Extent extent, Embed embed, Occurrence where, boolean kept) {
        Reports.placeholder(session, embed);
        PageMarkup.Placeholder markup = session.markup.placeholder(embed, where);
        markup.lifetime().ifPresent(session::keepFor);
        insertions.needForm(tag);
        if (embed.isLoadable()) {
            insertions.needEntry(standing.language());
            if (!occurrences.hasOwnWords(tag, extent)) {
                Reports.noAlternative(session);
            }
        }
        boolean inside = kept
                && nesting.enter(tag, () -> Optional.of(extent)).isPresent()
                && occurrences.areWordsInPlace(standing, tag, extent);
        if (kept && !inside) {
            Html words = Html.text(occurrences.words(tag, extent));
            return replace(
                    tag,
                    extent,
                    around.outside(standing, markup.before().and(words).and(markup.after())));
        }
        if (inside) {
            // The author's own words stay where they are and are examined like the rest of the page.
            splices.add(new Splice(tag.start(), tag.end(), around.outside(standing, markup.before())));
            splices.add(
                    new Splice(extent.contentEnd(), extent.end(), markup.after().toString()));
            return tag.end();
        }
        return replace(tag, extent, around.outside(standing, markup.before().and(markup.after())));
    }

    /** Of a post that is no more the author's own words stand alone; one of which nothing is known is the two-click embed. */
    private int post(Candidate candidate, Extent extent, Verdict.Post post) {
        StartTag tag = candidate.tag();
        Standing standing = candidate.standing().orElseThrow();
        PostOutcome single = single(standing, tag, post.address());
        if (single instanceof PostOutcome.Shown shown) {
            return shown(standing, tag, extent, shown.posts());
        }
        Optional<Verdict> otherwise = post.otherwise().filter(verdict -> !(single instanceof PostOutcome.Gone));
        if (otherwise.isEmpty()) {
            return tag.end();
        }
        if (single instanceof PostOutcome.Video video && otherwise.get() instanceof Verdict.Placeholder placeholder) {
            Occurrence where = occurrences.of(standing, tag, extent, placeholder.embed());
            return placeholder(
                    standing, tag, extent, placeholder.embed(), where.with(video.title(), video.poster()), true);
        }
        return carryOut(candidate, extent, otherwise.get(), true);
    }

    /** The same of an embed code, where the site wants it: what it quotes of a post that is no more goes. */
    private int pasted(Standing standing, StartTag tag, Extent extent, Embed embed) {
        Optional<WebUrl> address = session.markup.arePastedPostsShown() && standing.place() != PageMarkup.Place.INERT
                ? address(embed)
                : Optional.empty();
        PostOutcome single = address.map(url -> single(standing, tag, url)).orElseGet(PostOutcome.Unknown::new);
        if (single instanceof PostOutcome.Shown shown && standing.place() == PageMarkup.Place.FLOW) {
            return shown(standing, tag, extent, shown.posts());
        }
        Occurrence where = occurrences.of(standing, tag, extent, embed);
        if (single instanceof PostOutcome.Video video) {
            where = where.with(video.title(), video.poster());
        } else if (single instanceof PostOutcome.Gone) {
            where = where.withoutQuote();
        }
        return placeholder(standing, tag, extent, embed, where, false);
    }

    /** By which a network is asked: the frame's tells the key of a video that is not listed, the original does not. */
    private Optional<WebUrl> address(Embed embed) {
        return Stream.concat(embed.frame().stream(), Stream.of(embed.original()))
                .flatMap(written -> WebUrl.parse(written).stream())
                .filter(address -> session.markup.lifetime(address).isPresent())
                .findFirst();
    }

    private PostOutcome single(Standing standing, StartTag tag, WebUrl address) {
        session.markup.lifetime(address).ifPresent(session::keepFor);
        return session.markup.post(address, occurrences.bare(standing, tag), session);
    }

    private int shown(Standing standing, StartTag tag, Extent extent, PageMarkup.Posts posts) {
        insertions.needFeed(tag);
        posts.lifetime().ifPresent(session::keepFor);
        if (posts.embeds()) {
            insertions.needForm(tag);
            insertions.needEntry(standing.language());
        }
        return replace(tag, extent, around.outside(standing, posts.html()));
    }

    /** Where there are no posts to be shown, what the author has written inside stays, and is examined like all else. */
    private int feed(Standing standing, StartTag tag, Extent extent) {
        PageMarkup.Feed wanted = feeds.read(tag);
        session.markup.lifetime(wanted).ifPresent(session::keepFor);
        PageMarkup.Posts posts = session.markup.feed(wanted, occurrences.bare(standing, tag), session);
        if (posts.html().isEmpty()) {
            return tag.end();
        }
        return shown(standing, tag, extent, posts);
    }

    private Html bar(Standing standing, StartTag tag, ShareBar bar) {
        insertions.needShare(tag);
        return session.markup.shareBar(bar, occurrences.bare(standing, tag));
    }

    private Html link(Standing standing, StartTag tag, Extent extent, Embed embed) {
        return session.markup.plainLink(embed, occurrences.ofLink(standing, tag, extent, embed));
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
}
