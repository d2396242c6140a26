package io.github.zweiklick.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A poll, as it stood when it was fetched.
 *
 * @param several whether more than one answer may be chosen
 * @param ends when it ends or ended; empty where it never does
 * @param closed whether it has ended
 */
public record Poll(List<Choice> choices, boolean several, Optional<Instant> ends, boolean closed) {
    private static final int MOST = 20;

    public Poll {
        choices = choices.stream().limit(MOST).toList();
    }

    /** @param votes empty while they are not told */
    public record Choice(String text, OptionalLong votes) {
        private static final int LONGEST = 300;

        public Choice {
            text = Contained.line(text, LONGEST);
        }
    }
}
