package io.github.zweiklick.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value taken from a pasted code or an airlock request. Nothing else of the code survives, so this is where
 * everything hostile ends.
 *
 * @param type how the value is read
 * @param required whether an embed without it is none
 * @param pattern for {@link Type#TOKEN}: what the whole value must match
 * @param hosts for {@link Type#ADDRESS}: the hosts allowed, {@code *} for any
 * @param max largest number, or greatest length in characters
 * @param ofPage whether an absent one means the page the code stands in, as with share buttons
 */
public record Capture(
        Type type, boolean required, Optional<Pattern> pattern, List<String> hosts, int max, boolean ofPage) {

    /** How a value is read. */
    public enum Type {
        /** Matches the pattern as a whole. */
        TOKEN,
        /** A decimal number from 0 to max. */
        INTEGER,
        /** Seconds, also written as {@code 1h2m3s}; kept as a number. */
        SECONDS,
        /** A BCP 47 language or locale such as {@code de} or {@code de_DE}. */
        LANGUAGE,
        /** {@code true} or {@code false}; 1 and 0, yes and no are read as these. */
        FLAG,
        /** Free text, cut at max characters; control characters are dropped. */
        TEXT,
        /** An http(s) address at one of the hosts; kept as https without user, port, fragment, tracking parameters. */
        ADDRESS,
        /** A public DNS name of a server of the visitor's choice: no address, no port, no single label. */
        HOST
    }

    /** Longer raw values are refused unread: no service's value comes near, and every pattern is run over it. */
    static final int LONGEST_RAW = 8192;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern TIME =
            Pattern.compile("(?:(?<h>[0-9]{1,3})h)?(?:(?<m>[0-9]{1,4})m)?(?:(?<s>[0-9]{1,6})s?)?");
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}");

    public Capture {
        hosts = List.copyOf(hosts);
    }

    public Capture(Type type, boolean required, Optional<Pattern> pattern, List<String> hosts, int max) {
        this(type, required, pattern, hosts, max, false);
    }

    /** The canonical value, or empty where the raw one is not acceptable. Time is linear in its length. */
    public Optional<String> accept(String raw) {
        if (raw.length() > LONGEST_RAW) {
            return Optional.empty();
        }
        return switch (type) {
            case TOKEN ->
                Optional.of(raw)
                        .filter(value -> value.length() <= max
                                && pattern.map(p -> p.matcher(value).matches()).orElse(false));
            case INTEGER -> number(raw.strip());
            case SECONDS -> seconds(raw.strip());
            case LANGUAGE ->
                Optional.of(raw.strip()).filter(value -> TAG.matcher(value).matches());
            case FLAG -> flag(raw.strip());
            case TEXT -> text(raw);
            case ADDRESS -> WholeAddress.accept(raw, hosts).filter(value -> value.length() <= max);
            case HOST -> PublicHost.accept(raw);
        };
    }

    /** What a value of this type looks like where it is pasted, for attributes that need not be there. */
    Optional<String> shape() {
        return switch (type) {
            case TOKEN -> pattern.map(Pattern::pattern);
            case INTEGER -> Optional.of("[0-9]{1,9}");
            case SECONDS -> Optional.of("[0-9hms]{1,16}");
            case LANGUAGE -> Optional.of(TAG.pattern());
            case FLAG -> Optional.of("true|false|1|0|yes|no");
            case TEXT, ADDRESS, HOST -> Optional.empty();
        };
    }

    private Optional<String> number(String raw) {
        if (!DIGITS.matcher(raw).matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(raw);
        return number <= max ? Optional.of(Integer.toString(number)) : Optional.empty();
    }

    private Optional<String> seconds(String raw) {
        Matcher time = TIME.matcher(raw);
        if (raw.isEmpty() || !time.matches()) {
            return Optional.empty();
        }
        long seconds = 3600L * part(time.group("h")) + 60L * part(time.group("m")) + part(time.group("s"));
        return seconds <= max ? Optional.of(Long.toString(seconds)) : Optional.empty();
    }

    private static int part(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Optional<String> flag(String raw) {
        return switch (raw.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> Optional.of("true");
            case "false", "0", "no" -> Optional.of("false");
            default -> Optional.empty();
        };
    }

    private Optional<String> text(String raw) {
        StringBuilder out = new StringBuilder(Math.min(raw.length(), max));
        raw.codePoints()
                .filter(Capture::isPrintable)
                .takeWhile(c -> out.length() + Character.charCount(c) <= max)
                .forEachOrdered(out::appendCodePoint);
        String value = out.toString().strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** Control characters, line separators and those that reorder text (Unicode TR 9) say something else than seen. */
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            case Character.FORMAT -> c == 0x200D || c == 0x200C;
            default -> true;
        };
    }
}
