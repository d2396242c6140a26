package io.github.zweiklick.feed;

import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.upstream.UpstreamSettings;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which posts are read, and how they are shown.
 *
 * @param sources in the order of the configuration
 * @param zone in which times are written for readers
 * @param pictures of posts, which come by way of the site
 * @param posts single ones
 */
public record FeedSettings(List<Source> sources, ZoneId zone, Pictures pictures, Singles posts) {
    public FeedSettings {
        sources = List.copyOf(sources);
    }

    /** No single posts. */
    public FeedSettings(List<Source> sources, ZoneId zone, Pictures pictures) {
        this(sources, zone, pictures, Singles.NONE);
    }

    /** Whether nobody is asked. */
    public boolean isNone() {
        return sources.isEmpty() && posts.networks().isEmpty();
    }

    /** Origins that the operator named for other sources, perhaps in the house: what a post says must not lead there. */
    Set<String> originsOfOthers(Entry entry) {
        Set<String> own = entry.upstream().reach().configured();
        return Stream.<Entry>concat(sources.stream(), posts.networks().stream())
                .flatMap(other -> other.upstream().reach().configured().stream())
                .filter(origin -> !own.contains(origin))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a source of posts has, be they a feed or single ones. */
    public sealed interface Entry {
        /** By which the officer names it. */
        String id();

        /** Its name in the configuration. */
        String kind();

        /** Id of its network in the catalogue. */
        Optional<String> service();

        UpstreamSettings upstream();

        Given given();

        /** What becomes of posts that the account shown did not write. */
        Others others();

        /** Why these may be shown, in the operator's words. */
        Optional<String> rights();

        /** Whether it tells the alternative texts that authors write. */
        boolean tellsAlternatives();
    }

    /**
     * One source.
     *
     * @param id by which pages name it
     * @param others what becomes of posts that the account shown did not write
     * @param rights why these may be shown, in the operator's words
     * @param budget empty where reading is free
     */
    public record Source(
            String id,
            FeedSource source,
            UpstreamSettings upstream,
            Given given,
            Others others,
            Optional<String> rights,
            Optional<Budget> budget)
            implements Entry {
        @Override
        public String kind() {
            return source.kind();
        }

        @Override
        public Optional<String> service() {
            return source.service();
        }

        @Override
        public boolean tellsAlternatives() {
            return source.tellsAlternatives();
        }

        /** What is read, and where: of another, what was fetched before is none of it. */
        String definition() {
            return source.kind() + " " + given.addresses() + " " + given.texts() + " " + given.flags() + " "
                    + given.limit();
        }

        /** Tells two configurations apart; secrets by where they come from. */
        @Override
        public String toString() {
            return id + " " + definition() + " " + upstream + " " + given.secrets() + " " + others + " " + rights + " "
                    + budget;
        }
    }

    /**
     * Which single posts are shown, by their addresses.
     *
     * @param sources ids of feeds' sources that are asked for single posts as well
     * @param networks others that are asked
     * @param pasted whether embed codes of such posts are shown this way too
     */
    public record Singles(List<String> sources, List<Network> networks, boolean pasted) {
        /** None. */
        public static final Singles NONE = new Singles(List.of(), List.of(), false);

        public Singles {
            sources = List.copyOf(sources);
            networks = List.copyOf(networks);
        }
    }

    /**
     * A network that is asked for single posts only.
     *
     * @param others what becomes of posts that none of the city's own accounts wrote
     */
    public record Network(
            PostNetwork network, UpstreamSettings upstream, Given given, Others others, Optional<String> rights)
            implements Entry {
        /** Apart from those of sources, which have no colon. */
        @Override
        public String id() {
            return "posts:" + network.kind();
        }

        @Override
        public String kind() {
            return network.kind();
        }

        @Override
        public Optional<String> service() {
            return Optional.of(network.service());
        }

        @Override
        public boolean tellsAlternatives() {
            return network.tellsAlternatives();
        }

        /** Tells two configurations apart; secrets by where they come from. */
        @Override
        public String toString() {
            return id() + " " + given.addresses() + " " + given.texts() + " " + given.flags() + " " + upstream + " "
                    + given.secrets() + " " + others + " " + rights;
        }
    }

    /** To show somebody else's words and pictures is to publish them once more, for which one needs a right. */
    public enum Others {
        /** Words and link only. */
        LINK,
        /** Nothing. */
        LEAVE_OUT,
        /** All of it, by the right that the configuration names. */
        SHOW
    }

    /**
     * How pictures are shown.
     *
     * @param reencode whether they are made small and encoded anew, which leaves nothing in them but what is seen
     * @param megabytes of pictures that are kept at most
     */
    public record Pictures(boolean reencode, int megabytes) {
        /** Encoded anew, 256 MB. */
        public static final Pictures USUAL = new Pictures(true, 256);
    }

    /** No source. */
    public static FeedSettings none() {
        return new FeedSettings(List.of(), ZoneId.systemDefault(), Pictures.USUAL);
    }
}
