package io.github.zweiklick.share;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Ask;
import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Secret;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A network that tells how often a page was shared. Those of the site's own are found by {@link java.util.ServiceLoader}.
 * A source is asked only where the configuration names it under {@code shares.counts}.
 */
public interface CountSource {

    /** Its name in the configuration and in answers, which Shariff's frontend knows it by. */
    String id();

    /** Id of the service in the catalogue whose link bears the count. */
    default String service() {
        return id();
    }

    /** Where its interface is unless the configuration says otherwise, by the configuration's key; the first is {@code base}. */
    Map<String, String> addresses();

    /** Keys of texts that the configuration must have. */
    default List<String> texts() {
        return List.of();
    }

    /** Keys of secrets that the configuration must have, each by {@code ${NAME}} or from a file. */
    default List<String> secrets() {
        return List.of();
    }

    /** The shortest time between two requests for one page that the network allows. */
    default Duration least() {
        return Duration.ofMinutes(1);
    }

    /** A counter with what is configured. */
    Counter open(Access access);

    /** Counts; may keep what it needs from one request to the next, such as a token. Thread-safe. */
    @FunctionalInterface
    interface Counter {
        /**
         * How often a page was shared, liked or answered: what the network counts.
         *
         * @param address of the page
         * @throws UpstreamException where it does not tell; of kind {@code GONE} where it knows no such page
         */
        long count(String address) throws UpstreamException;
    }

    /** What a source may use: nothing else leads out. */
    interface Access {
        /** An address of the interface, without a slash at the end. */
        String address(String key);

        String text(String key);

        Secret secret(String key);

        /**
         * Asks, within all limits of the upstream.
         *
         * @throws UpstreamException where there is no whole answer; any status is an answer
         */
        Answer exchange(Ask ask) throws UpstreamException;

        /** Reads an address made from one of {@link #address}. */
        static WebUrl url(String address) throws UpstreamException {
            return WebUrl.parse(address)
                    .orElseThrow(() -> new UpstreamException(Fault.Kind.FORBIDDEN_ADDRESS, "its address is none"));
        }
    }
}
