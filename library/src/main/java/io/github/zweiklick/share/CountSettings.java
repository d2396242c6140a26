package io.github.zweiklick.share;

import io.github.zweiklick.upstream.Secret;
import io.github.zweiklick.upstream.UpstreamSettings;
import java.util.List;
import java.util.Map;

/**
 * How shares are counted.
 *
 * @param sources networks that are asked, in the order of the configuration
 * @param answers how the endpoint answers what it cannot
 * @param trailingSlash what becomes of a slash at the end of a page's path
 * @param parameters of queries, which tell one page from another: nobody is asked for an address with others in it, for these
 *     may be a visitor's
 */
public record CountSettings(
        List<Source> sources, Answers answers, TrailingSlash trailingSlash, List<String> parameters) {

    /**
     * One network.
     *
     * @param addresses of its interface, by the configuration's key
     */
    public record Source(
            CountSource source,
            UpstreamSettings upstream,
            Map<String, String> addresses,
            Map<String, String> texts,
            Map<String, Secret> secrets) {

        /** What is counted, and where: with another, what was fetched before means something else. */
        String definition() {
            return addresses + (source instanceof PointedCounts pointed ? " " + pointed : "");
        }

        /** Tells two configurations apart; secrets by where they come from. */
        @Override
        public String toString() {
            return source.id() + " " + definition() + " " + source.service() + " " + upstream + " " + addresses + " "
                    + texts + " " + secrets;
        }
    }

    /** How the endpoint answers requests for addresses that are none of the site's. */
    public enum Answers {
        /** Status 400 and a reason in JSON. */
        ZWEIKLICK,
        /** {@code null} with status 200, as Shariff's backend in PHP does. */
        SHARIFF_PHP
    }

    /** A path with and one without are two addresses to the networks. */
    public enum TrailingSlash {
        /** As it is written. */
        KEEP,
        /** There is one, but behind a file's name. */
        ADD,
        /** There is none, but for the home page. */
        REMOVE
    }

    /** Nobody is asked. */
    public static CountSettings none() {
        return new CountSettings(List.of(), Answers.ZWEIKLICK, TrailingSlash.KEEP, List.of());
    }
}
