package io.github.zweiklick.feed;

import java.util.Optional;

/** A network that is asked for single posts only. */
record HeldNetwork(FeedSettings.Network configured, Subscription subscription, HeldPosts posts) implements HeldSource {
    @Override
    public Holding holding() {
        return new Holding(
                configured,
                posts.items(),
                posts.pictures().size(),
                posts.fetched(),
                subscription.removed().ids(),
                !subscription.removed().isKnown(),
                Optional.empty());
    }

    @Override
    public void again() {
        posts.again();
    }

    @Override
    public void forget() {
        posts.forget();
    }
}
