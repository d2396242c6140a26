package io.github.zweiklick.feed;

import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Ask;
import io.github.zweiklick.upstream.Secret;
import io.github.zweiklick.upstream.UpstreamException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An upstream that posts are read from. Those of the site's own are found by {@link java.util.ServiceLoader}. A source is asked
 * only where the configuration names it as the {@code kind} of an entry under {@code feeds}.
 */
public interface FeedSource {

    /** Its name in the configuration. */
    String kind();

    /** Id of the service in the catalogue, which tells the network's name; empty: the posts come from some page. */
    default Optional<String> service() {
        return Optional.of(kind());
    }

    /** All that can be configured of it. */
    List<Setting> settings();

    /**
     * Whether what is configured can be read, beyond what {@link #settings} demand.
     *
     * @return what to write, one sentence; empty where it is right
     */
    default Optional<String> wrong(Given given) {
        return Optional.empty();
    }

    /** Whether it tells the alternative texts that authors write; else nobody can be told that there are none. */
    default boolean tellsAlternatives() {
        return true;
    }

    /** The interval at which it is asked where the configuration names none. */
    default Duration refresh() {
        return Duration.ofMinutes(15);
    }

    /** The shortest interval at which it may be asked. */
    default Duration least() {
        return Duration.ofMinutes(1);
    }

    /** How many posts one reading may cost at most, where the network charges for each; 0 where it is free. */
    default int mostPaid(Given given) {
        return 0;
    }

    /** A reader of what is configured. */
    Reader open(Given given, Exchange exchange);

    /**
     * A reader of single posts by their addresses, with what is configured; empty where the network has none, or it is not known
     * how to ask for one. Posts of others than the account that is shown are subject to {@link FeedSettings.Others}.
     */
    default Optional<PostReader> posts(Given given, Exchange exchange) {
        return Optional.empty();
    }

    /** Reads; may keep what it needs from one request to the next. Thread-safe. */
    @FunctionalInterface
    interface Reader {
        /**
         * The posts there are just now.
         *
         * @throws UpstreamException where they cannot be had; of kind {@code GONE} where there is no such account, or it is not
         *     to be shown
         */
        Timeline read() throws UpstreamException;

        /**
         * Takes over from another reader of the source what is in memory only and would be lost, such as a credential that was
         * renewed. Called at most once, before the first reading.
         *
         * @param before of the same source, perhaps configured otherwise; it reads no more
         */
        default void takeOver(Reader before) {}
    }

    /** The way out: nothing else leads there. */
    @FunctionalInterface
    interface Exchange {
        /**
         * Asks, within all limits of the upstream.
         *
         * @throws UpstreamException where there is no whole answer; any status is an answer
         */
        Answer ask(Ask ask) throws UpstreamException;

        /**
         * Posts were delivered, or may have been, for which the network charges: told as it happens, since what follows may fail.
         *
         * @param posts also those that are not shown
         */
        default void paid(int posts) {}
    }

    /**
     * One thing that can be configured.
     *
     * @param usual of an address: where it is unless the configuration says otherwise; of other forms empty
     * @param required whether the configuration must have it
     */
    record Setting(String key, Form form, Optional<String> usual, boolean required) {

        /** Its form. */
        public enum Form {
            /** Address of an interface, without query: {@code base} and the like. */
            ADDRESS,
            /** Address of one document, with its query. */
            DOCUMENT,
            TEXT,
            FLAG,
            /** Never in the file itself. */
            SECRET
        }

        public static Setting address(String key, String usual) {
            return new Setting(key, Form.ADDRESS, Optional.of(usual), false);
        }

        public static Setting requiredAddress(String key) {
            return new Setting(key, Form.ADDRESS, Optional.empty(), true);
        }

        public static Setting requiredDocument(String key) {
            return new Setting(key, Form.DOCUMENT, Optional.empty(), true);
        }

        public static Setting text(String key) {
            return new Setting(key, Form.TEXT, Optional.empty(), false);
        }

        public static Setting requiredText(String key) {
            return new Setting(key, Form.TEXT, Optional.empty(), true);
        }

        public static Setting flag(String key) {
            return new Setting(key, Form.FLAG, Optional.empty(), false);
        }

        public static Setting secret(String key) {
            return new Setting(key, Form.SECRET, Optional.empty(), false);
        }

        public static Setting requiredSecret(String key) {
            return new Setting(key, Form.SECRET, Optional.empty(), true);
        }
    }

    /**
     * What is configured.
     *
     * @param addresses without a slash at the end, but documents' as they are
     * @param limit posts that are wanted, 1 to 100
     */
    record Given(
            Map<String, String> addresses,
            Map<String, String> texts,
            Map<String, Boolean> flags,
            Map<String, Secret> secrets,
            int limit) {
        public Given {
            // What was fetched is kept by what is configured, as text: of copies of the JDK the order is another in
            // each process.
            addresses = Collections.unmodifiableMap(new TreeMap<>(addresses));
            texts = Collections.unmodifiableMap(new TreeMap<>(texts));
            flags = Collections.unmodifiableMap(new TreeMap<>(flags));
            secrets = Collections.unmodifiableMap(new TreeMap<>(secrets));
        }

        /** An address that has a usual one or is required. */
        public String address(String key) {
            return need(addresses, key);
        }

        /** A text that is required. */
        public String text(String key) {
            return need(texts, key);
        }

        public Optional<String> optionalText(String key) {
            return Optional.ofNullable(texts.get(key));
        }

        /** A secret that is required. */
        public Secret secret(String key) {
            return need(secrets, key);
        }

        public Optional<Secret> optionalSecret(String key) {
            return Optional.ofNullable(secrets.get(key));
        }

        /** Whether a flag is set. */
        public boolean flag(String key) {
            return flags.getOrDefault(key, false);
        }

        private static <T> T need(Map<String, T> settings, String key) {
            return Optional.ofNullable(settings.get(key))
                    .orElseThrow(() -> new IllegalArgumentException("The source does not demand \"" + key + "\""));
        }
    }
}
