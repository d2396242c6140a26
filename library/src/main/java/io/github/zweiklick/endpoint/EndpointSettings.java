package io.github.zweiklick.endpoint;

import io.github.zweiklick.feed.Feeds;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.media.MediaProxy;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.share.CountSettings;
import io.github.zweiklick.share.ShareCounts;
import java.util.Optional;

/**
 * What the endpoints need to know of the site.
 *
 * @param own hosts whose pages may hold the airlock's frame, besides the airlock's own origin
 * @param allowlistEnforced whether documents carry a list of the hosts they may contact
 * @param findings takes what browsers report
 * @param counts how often pages were shared
 * @param answers how requests for counts that there cannot be are answered
 * @param feeds posts of networks
 * @param pictures of these; empty where there are no posts
 */
public record EndpointSettings(
        OwnHosts own,
        boolean allowlistEnforced,
        FindingSink findings,
        ShareCounts counts,
        CountSettings.Answers answers,
        Feeds feeds,
        Optional<MediaProxy> pictures) {

    /** Without a list, without counts and posts, and without anybody to tell. */
    public EndpointSettings(OwnHosts own) {
        this(
                own,
                false,
                FindingSink.none(),
                ShareCounts.none(),
                CountSettings.Answers.ZWEIKLICK,
                Feeds.none(),
                Optional.empty());
    }

    /** The same for documents that carry no list. */
    public EndpointSettings unlisted() {
        return new EndpointSettings(own, false, findings, counts, answers, feeds, pictures);
    }
}
