package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.share.ShariffWords;
import io.github.zweiklick.url.WebUrl;
import java.util.Optional;

/**
 * What becomes of an element as a whole. This is the whole decision; everything else finds and carries out.
 *
 * <table>
 *   <caption>Verdicts</caption>
 *   <tr><th>what</th><th>becomes</th></tr>
 *   <tr><td>embed of a known service</td><td>{@link Placeholder}</td></tr>
 *   <tr><td>its widget that is worth a link only</td><td>{@link Link}</td></tr>
 *   <tr><td>widget that acts in the page</td><td>{@link Missing}, a finding</td></tr>
 *   <tr><td>what an author writes to have the settings in a page</td><td>{@link Settings}</td></tr>
 *   <tr><td>what an author writes to have links for sharing the page</td><td>{@link Share}</td></tr>
 *   <tr><td>what an author writes to have posts in a page</td><td>{@link Feed}; stays, while there are none</td></tr>
 *   <tr><td>what an author writes to have one post in a page</td><td>{@link Post}</td></tr>
 *   <tr><td>Shariff's place for share buttons, where the site has it rendered here</td><td>{@link Shariff}</td></tr>
 *   <tr><td>custom element of a foreign script that stands for a plain one</td><td>{@link Plain}</td></tr>
 *   <tr><td>plugin that its network has switched off</td><td>{@link Removed}, a finding</td></tr>
 *   <tr><td>script, style, pixel that comes with a service's codes</td><td>{@link Removed}</td></tr>
 *   <tr><td>what watches visitors</td><td>{@link Removed}, a finding</td></tr>
 *   <tr><td>what another consent tool has parked</td><td>no verdict: stays, a finding</td></tr>
 *   <tr><td>frame of any other foreign host</td><td>{@link Box}, a finding</td></tr>
 *   <tr><td>element of a service without values that could be understood</td><td>{@link Unreadable}: stays, a finding</td></tr>
 * </table>
 *
 * <p>Without a verdict the element stays, and the attributes of it that {@link Contact} lists lose foreign addresses.
 * {@code docs/rewriting.md} tells all of it with examples.
 */
sealed interface Verdict {
    /** The two-click placeholder. */
    record Placeholder(Embed embed) implements Verdict {}

    /** A plain link to the original. */
    record Link(Embed embed) implements Verdict {}

    /** A box that names the service, which could not act behind the airlock. */
    record Missing(Embed embed) implements Verdict {}

    /** The plain element it stands for, with its attributes. */
    record Plain(String element) implements Verdict {}

    /** What the visitor has allowed, and the way to withdraw it. */
    record Settings() implements Verdict {}

    /** Links by which visitors share the page. */
    record Share() implements Verdict {}

    /** Posts of networks, as the server has fetched them. */
    record Feed() implements Verdict {}

    /**
     * A post of a network, as the server has fetched it.
     *
     * @param address as the author wrote it
     * @param otherwise what becomes of the element while it is not known; empty: it stays
     */
    record Post(WebUrl address, Optional<Verdict> otherwise) implements Verdict {}

    /** The same links, in place of Shariff's. */
    record Shariff(ShariffWords words) implements Verdict {}

    /** Nothing at all. */
    record Removed(Service service, Optional<EmbedKind> dead) implements Verdict {}

    /** A box that names host and address. */
    record Box(Addresses.Foreign foreign) implements Verdict {}

    /** A pasted element of a service whose values make no embed; its script being gone it does nothing. */
    record Unreadable(Service service) implements Verdict {}

    static Verdict of(Embed embed) {
        return switch (embed.kind().treatment()) {
            case PLACEHOLDER -> new Placeholder(embed);
            case LINK -> new Link(embed);
            case BOX -> new Missing(embed);
            case REMOVED -> new Removed(embed.service(), Optional.empty());
            case DEAD -> new Removed(embed.service(), Optional.of(embed.kind()));
        };
    }

    static Verdict of(EmbedForms.Match match) {
        if (match.kind().treatment() == EmbedKind.Treatment.DEAD) {
            return new Removed(match.service(), Optional.of(match.kind()));
        }
        return match.embed().map(Verdict::of).orElseGet(() -> new Unreadable(match.service()));
    }

    /** Whether a verdict shows that the page holds an embed of a service, whose companions may then be anywhere. */
    static Optional<Embed> embedOf(Verdict verdict) {
        if (verdict instanceof Placeholder placeholder) {
            return Optional.of(placeholder.embed());
        } else if (verdict instanceof Post post) {
            return post.otherwise().flatMap(Verdict::embedOf);
        }
        return verdict instanceof Link link ? Optional.of(link.embed()) : Optional.empty();
    }
}
