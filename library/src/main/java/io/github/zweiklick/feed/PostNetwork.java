package io.github.zweiklick.feed;

import io.github.zweiklick.feed.FeedSource.Exchange;
import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.feed.FeedSource.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A network whose posts are read one by one, without an account that is shown as a feed. */
public interface PostNetwork {
    /** Its name in the configuration. */
    String kind();

    /** Id of its service in the catalogue. */
    String service();

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

    /** The interval at which a post is asked for where the configuration names none. */
    default Duration refresh() {
        return Duration.ofHours(1);
    }

    /** The shortest interval at which a post may be asked for. */
    default Duration least() {
        return Duration.ofMinutes(1);
    }

    /** A reader of what is configured. */
    PostReader open(Given given, Exchange exchange);
}
