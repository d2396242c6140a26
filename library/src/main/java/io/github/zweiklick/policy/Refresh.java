package io.github.zweiklick.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address in a refresh, {@code meta} element or header.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/semantics.html#shared-declarative-refresh-steps">HTML,
 *     shared declarative refresh steps</a>
 */
public final class Refresh {
    private static final Pattern CONTENT = Pattern.compile(
            "\\s*+[0-9.]*+(?:\\s*+[;,]|\\s)\\s*+(?:url\\s*+=\\s*+)?(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Refresh() {}

    /** The address as written; empty where the page itself is loaded anew, or nothing is. */
    public static Optional<String> address(String content) {
        Matcher matcher = CONTENT.matcher(content);
        if (!matcher.matches() || matcher.group(1).isBlank()) {
            return Optional.empty();
        }
        String address = matcher.group(1);
        char quote = address.charAt(0);
        if (quote == '"' || quote == '\'') {
            int end = address.indexOf(quote, 1);
            address = address.substring(1, end < 0 ? address.length() : end);
        }
        return Optional.of(address);
    }
}
