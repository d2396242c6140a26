package io.github.zweiklick.servlet;

import io.github.zweiklick.ConfigurationException;
import jakarta.servlet.FilterConfig;
import java.time.Duration;
import java.util.Optional;

/** What the filter is told beside the configuration file: as its own parameters or, after them, the application's. */
record FilterParameters(FilterConfig config) {
    static final String REREAD = "zweiklick.reread";
    private static final int REREAD_SECONDS = 3;

    /**
     * A number of up to five digits.
     *
     * @param meaning what it is to be, for who has written something else
     * @throws ConfigurationException where it is no number
     */
    Optional<Integer> number(String name, String meaning) {
        return text(name).map(text -> number(text, name, meaning));
    }

    /**
     * At most once in which the configuration is looked at again; empty: never.
     *
     * @throws ConfigurationException where it is neither a number of seconds nor {@code never}
     */
    Optional<Duration> reread() {
        String text = text(REREAD).orElse(Integer.toString(REREAD_SECONDS));
        if (text.equals("never")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(number(
                text,
                REREAD,
                "how many seconds at least lie between two looks for a changed configuration, or \"never\"")));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(config.getInitParameter(name))
                .or(() -> Optional.ofNullable(config.getServletContext().getInitParameter(name)))
                .map(String::strip);
    }

    private static int number(String text, String name, String meaning) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new ConfigurationException(name + ": \"" + text + "\" is no number; write " + meaning);
        }
        return Integer.parseInt(text);
    }
}
