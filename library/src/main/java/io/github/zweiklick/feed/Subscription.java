package io.github.zweiklick.feed;

import io.github.zweiklick.feed.FeedSettings.Entry;
import io.github.zweiklick.feed.FeedSettings.Network;
import io.github.zweiklick.feed.FeedSettings.Source;
import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.upstream.Fetch;
import io.github.zweiklick.upstream.Snapshot;
import io.github.zweiklick.upstream.Snapshots;
import io.github.zweiklick.upstream.Upstream;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.upstream.UpstreamStatus;
import io.github.zweiklick.upstream.Upstreams;
import java.util.Optional;

/**
 * One source as it is asked: what it told, what was paid for, what was taken out. It outlives each change of the configuration that
 * leaves the source as it is: nothing is asked or paid for twice, and what its reader holds in memory goes on. Thread-safe.
 */
final class Subscription {
    private final Entry configured;
    private final Upstreams upstreams;
    private final Upstream upstream;
    private final Snapshots<Timeline> snapshots;
    private final RemovedPosts removed;
    private final Optional<Spending> spending;
    private final Undescribed undescribed;
    private final Optional<FeedReading> feed;
    private final Optional<PostReader> posts;
    /** Of another interface, or with other accounts, what was fetched before is none of it. */
    private final String feedKey;

    /** With which keys of single posts begin. */
    private final String postKey;

    private Subscription(Entry configured, Upstreams upstreams, FindingLog findings, Optional<Subscription> before) {
        this.configured = configured;
        this.upstreams = upstreams;
        this.upstream = upstreams.open(configured.upstream());
        this.snapshots = upstreams.snapshots(upstream, new TimelineCodec());
        // One object for one entry of the ledger, as long as that is the same.
        Optional<Subscription> sameLedger = before.filter(one -> one.upstreams.equals(upstreams));
        this.removed = sameLedger
                .map(one -> one.removed)
                .orElseGet(() -> new RemovedPosts(
                        upstreams.ledger(),
                        configured.id(),
                        upstreams.clock(),
                        findings,
                        before.map(one -> one.removed)));
        this.spending = budget().map(budget -> sameLedger
                .flatMap(one -> one.spending)
                .orElseGet(() -> new Spending(
                        upstreams.ledger(), configured.id(), upstreams.clock(), before.flatMap(one -> one.spending))));
        this.undescribed = new Undescribed(configured, findings);
        FeedSource.Exchange exchange = new Paying(upstream, spending);
        if (configured instanceof Source source) {
            this.feed = Optional.of(new FeedReading(
                    () -> source.source().open(source.given(), exchange), before.flatMap(one -> one.feed)));
            this.posts = source.source().posts(source.given(), exchange);
            this.feedKey = Integer.toHexString(source.definition().hashCode());
        } else {
            this.feed = Optional.empty();
            this.feedKey = "";
            this.posts = Optional.of(((Network) configured).network().open(configured.given(), exchange));
        }
        // However many posts of the feed are wanted.
        String definition = configured.kind() + " " + configured.given().addresses() + " "
                + configured.given().texts() + " " + configured.given().flags();
        this.postKey = "post " + Integer.toHexString(definition.hashCode()) + " ";
    }

    /** That of before, where the source is as it was and asked the same way; else one that goes on with what must not be lost. */
    static Subscription of(Entry configured, Upstreams upstreams, FindingLog findings, Optional<Subscription> before) {
        // As text: comparing records would keep their classes beyond the application's end.
        return before.filter(one -> one.upstreams.equals(upstreams)
                        && one.configured.toString().equals(configured.toString()))
                .orElseGet(() -> new Subscription(configured, upstreams, findings, before));
    }

    private Optional<Budget> budget() {
        return configured instanceof Source source ? source.budget() : Optional.empty();
    }

    Upstream upstream() {
        return upstream;
    }

    RemovedPosts removed() {
        return removed;
    }

    Undescribed undescribed() {
        return undescribed;
    }

    /** The reader of its single posts; empty where it has none. */
    Optional<PostReader> posts() {
        return posts;
    }

    /** Takes up what other nodes of the site did. */
    void look() {
        removed.look();
        spending.ifPresent(Spending::look);
    }

    /** Its feed as it was told last; what is due is asked for. */
    Snapshot<Timeline> timeline() {
        return snapshots.get(feedKey, () -> {
            int most = configured instanceof Source source ? source.source().mostPaid(source.given()) : 0;
            return paid(most, feed.orElseThrow().reader()::read);
        });
    }

    /** A single post as it was told last; that there is none is told too. What is due is asked for. */
    Snapshot<Timeline> post(String id, Fetch<Timeline> reading) {
        return snapshots.get(
                postKey + id, () -> paid(posts.map(PostReader::mostPaid).orElse(0), reading));
    }

    private Timeline paid(int most, Fetch<Timeline> reading) throws UpstreamException {
        return spending.isPresent() ? spending.get().pay(budget().orElseThrow(), most, reading) : reading.fetch();
    }

    /** The feed that was fetched goes, and is asked for anew by whoever wants it. */
    void forgetFeed() {
        feed.ifPresent(FeedReading::anew);
        snapshots.forget(feedKey);
    }

    /** Likewise a single post. */
    void forgetPost(String id) {
        snapshots.forget(postKey + id);
    }

    /** What was paid for; empty where reading is free. */
    Optional<Holding.Paid> paid() {
        return spending.map(Spending::spent)
                .map(spent -> new Holding.Paid(spent.onDay(), spent.inMonth(), budget().orElseThrow()));
    }

    UpstreamStatus status() {
        return snapshots.status();
    }
}
