package io.github.zweiklick.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** All kinds of sources: those of this library and those that others provide. */
public final class FeedSources {
    private static List<FeedSource> bundled() {
        return List.of(
                new BlueskyFeed(),
                new FacebookFeed(),
                new InstagramFeed(),
                new MastodonFeed(),
                new SyndicationFeed(),
                new VimeoFeed(),
                new XFeed(),
                new YoutubeFeed());
    }

    private static List<PostNetwork> networks() {
        return List.of(new BlueskyPostsNetwork(), new VimeoPosts(), new XPostsSyndication(), new YoutubePosts());
    }

    private final Map<String, FeedSource> byKind;

    private FeedSources(Map<String, FeedSource> byKind) {
        this.byKind = byKind;
    }

    /** Those of this library and those that stand beside it, which may take the place of one of the same kind. */
    public static FeedSources all() {
        Map<String, FeedSource> byKind = new LinkedHashMap<>();
        bundled().forEach(source -> byKind.put(source.kind(), source));
        ServiceLoader.load(FeedSource.class, FeedSource.class.getClassLoader())
                .forEach(source -> byKind.put(source.kind(), source));
        return new FeedSources(byKind);
    }

    /** The source of a kind. */
    public Optional<FeedSource> named(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** The network of a kind, of which single posts are read without an account of the site's. */
    public Optional<PostNetwork> network(String kind) {
        return networks().stream()
                .filter(network -> network.kind().equals(kind))
                .findFirst();
    }

    /** All kinds of those networks. */
    public List<String> networkKinds() {
        return networks().stream().map(PostNetwork::kind).toList();
    }

    /** All kinds that can be configured, those of this library first. */
    public Set<String> kinds() {
        return byKind.keySet();
    }
}
