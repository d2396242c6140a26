package io.github.zweiklick.audit.selftest;

import java.util.Map;

/**
 * What the page's own host answers for a vector.
 *
 * @param type empty: none is said
 */
public record LeakAnswer(int status, String type, Map<String, String> headers, String body) {

    public LeakAnswer {
        headers = Map.copyOf(headers);
    }
}
