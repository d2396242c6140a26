package io.github.zweiklick.audit.report;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes out of addresses and texts what may be about a person: values in queries, passwords, e-mail addresses, and what
 * looks like a token. Hosts, paths of words and all names stay, for they are what an audit is about. {@value #MASK} stands
 * for what was taken out; rather too much is than too little.
 */
public final class Masking {
    /** In place of what was taken out. */
    public static final String MASK = "***";

    private static final Pattern PARTS =
            Pattern.compile("(?<origin>(?:[a-zA-Z][a-zA-Z0-9+.-]{0,30}:)?(?://[^/?#\\\\]*)?)(?<path>[^?#]*)"
                    + "(?:\\?(?<query>[^#]*))?(?:#(?<fragment>.*))?");
    private static final Pattern OPAQUE = Pattern.compile("(?i)(?<scheme>data|javascript|mailto|tel|sms):.*");
    private static final Pattern MEDIA_TYPE = Pattern.compile("(?i)data:[a-z0-9.+/-]{1,60}");
    private static final Pattern MAIL = Pattern.compile("[^\\s@/]@[^\\s@/]*\\.\\p{L}{2}");
    private static final Pattern UUID = Pattern.compile(
            "(?i)(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])");
    /** Customers' numbers and telephone numbers have as many; a date has eight. */
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{9,}");

    private static final Pattern PIECE = Pattern.compile("[^-_.~ +,:|!%*]+");
    private static final int SHORTEST_TOKEN = 16;
    /** No word and no name is as long. */
    private static final int LONGEST_WORD = 200;

    /** Between small letters, capitals and digits; a capital that begins a word is none. */
    private static final int CHANGES_OF_A_TOKEN = 4;

    private static final Pattern BARE_NAME = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,24}");
    /** Where in a script: {@code address:line:column}. */
    private static final Pattern PLACE = Pattern.compile("(?::[0-9]{1,9}){1,2}$");

    /** What neither an address nor a word goes beyond. */
    private static final Pattern RUN = Pattern.compile("[^\\s\"'<>()]+");

    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{0,30}:");
    private static final String PUNCTUATION = ",.;:";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^=,;]+");

    private Masking() {}

    /** An address that a page contacted or stored: no value in its query is told. */
    public static String address(String address) {
        return mask(address, false);
    }

    /**
     * The address of a page that was audited. Values in its query tell one page from another ({@code ?id=17}) and stay,
     * unless they look like a token or an e-mail address.
     */
    public static String page(String address) {
        return mask(address, true);
    }

    /** Any text of a page or a browser: start tags, places in scripts, header lines. */
    public static String text(String text) {
        return RUN.matcher(text).replaceAll(run -> Matcher.quoteReplacement(run(run.group())));
    }

    private static String run(String run) {
        int end = run.length();
        while (end > 0 && PUNCTUATION.indexOf(run.charAt(end - 1)) >= 0) {
            end--;
        }
        return inner(run.substring(0, end)) + run.substring(end);
    }

    private static String inner(String run) {
        int slashes = run.indexOf("//");
        if (slashes > 0) {
            int start = beforeScheme(run, slashes);
            return words(run.substring(0, start)) + addressInScript(run.substring(start));
        }
        return OPAQUE.matcher(run).matches() || run.indexOf('/') >= 0 || run.indexOf('?') >= 0
                ? addressInScript(run)
                : words(run);
    }

    private static int beforeScheme(String run, int slashes) {
        for (int start = Math.max(0, slashes - 32); start < slashes; start++) {
            Matcher scheme = SCHEME.matcher(run).region(start, slashes);
            if (scheme.matches()) {
                return start;
            }
        }
        return slashes;
    }

    private static String words(String text) {
        return BETWEEN_WORDS.matcher(text).replaceAll(word -> Matcher.quoteReplacement(word(word.group())));
    }

    private static String addressInScript(String text) {
        Matcher place = PLACE.matcher(text);
        return place.find() ? address(text.substring(0, place.start())) + place.group() : address(text);
    }

    private static String mask(String address, boolean valuesStay) {
        Matcher opaque = OPAQUE.matcher(address);
        if (opaque.matches()) {
            Matcher type = MEDIA_TYPE.matcher(address);
            return (type.lookingAt() ? type.group() + "," : opaque.group("scheme") + ":") + MASK;
        }
        if (address.toLowerCase(Locale.ROOT).startsWith("blob:")) {
            return address.substring(0, 5) + mask(address.substring(5), valuesStay);
        }
        Matcher parts = PARTS.matcher(address.replaceAll("[\\r\\n\\u2028\\u2029\\u0085]", ""));
        if (!parts.matches()) {
            return MASK;
        }
        String masked = origin(parts.group("origin")) + each(parts.group("path"), "/", Masking::segment);
        if (parts.group("query") != null) {
            masked += "?" + each(parts.group("query"), "&", pair -> pair(pair, valuesStay));
        }
        if (parts.group("fragment") != null) {
            String fragment = parts.group("fragment");
            masked += "#" + (fragment.contains("=") ? each(fragment, "&", pair -> pair(pair, false)) : word(fragment));
        }
        return masked;
    }

    private static String origin(String origin) {
        int at = origin.lastIndexOf('@');
        return at < 0 ? origin : origin.substring(0, origin.indexOf("//") + 2) + MASK + origin.substring(at);
    }

    /** A segment of a path may end in parameters: {@code shop;jsessionid=…}. */
    private static String segment(String segment) {
        int semicolon = segment.indexOf(';');
        return semicolon < 0
                ? word(segment)
                : word(segment.substring(0, semicolon)) + ";"
                        + each(segment.substring(semicolon + 1), ";", pair -> pair(pair, false));
    }

    private static String pair(String pair, boolean valuesStay) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            return pair.isEmpty() || BARE_NAME.matcher(pair).matches() ? word(pair) : MASK;
        }
        String value = pair.substring(equals + 1);
        return word(pair.substring(0, equals)) + "=" + (valuesStay ? word(value) : value.isEmpty() ? "" : MASK);
    }

    private static String each(String text, String separator, UnaryOperator<String> part) {
        return Stream.of(text.split(Pattern.quote(separator), -1)).map(part).collect(Collectors.joining(separator));
    }

    /** A name of any kind: of a parameter, a key, a cookie. */
    static String word(String word) {
        if (word.length() > LONGEST_WORD) {
            return MASK;
        }
        String decoded = decoded(decoded(word));
        if (MAIL.matcher(decoded).find()) {
            return MASK;
        }
        String masked = pieces(
                LONG_NUMBER.matcher(UUID.matcher(decoded).replaceAll(MASK)).replaceAll(MASK));
        return masked.equals(decoded) ? word : masked;
    }

    private static String pieces(String word) {
        StringBuilder masked = new StringBuilder();
        int changes = 0;
        int left = 0;
        Matcher piece = PIECE.matcher(word);
        while (piece.find()) {
            boolean isToken = isToken(piece.group());
            changes += isToken ? 0 : changes(piece.group());
            left += isToken ? 0 : piece.group().length();
            piece.appendReplacement(
                    masked, isToken ? Matcher.quoteReplacement(MASK) : Matcher.quoteReplacement(piece.group()));
        }
        piece.appendTail(masked);
        return left >= SHORTEST_TOKEN && changes >= CHANGES_OF_A_TOKEN ? MASK : masked.toString();
    }

    private static boolean isToken(String piece) {
        return piece.length() >= SHORTEST_TOKEN
                && changes(piece) > 1
                && piece.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static int changes(String piece) {
        int changes = 0;
        for (int i = 1; i < piece.length(); i++) {
            boolean isCapitalAtStart = i == 1 && Character.isUpperCase(piece.charAt(0));
            if (!isCapitalAtStart && kind(piece.charAt(i)) != kind(piece.charAt(i - 1))) {
                changes++;
            }
        }
        return changes;
    }

    private static int kind(char c) {
        return Character.isDigit(c) ? 0 : Character.isUpperCase(c) ? 1 : 2;
    }

    /** Once; what is no escape stays. Only ASCII matters here. */
    private static String decoded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 2 < text.length()) {
                int high = Character.digit(text.charAt(i + 1), 16);
                int low = Character.digit(text.charAt(i + 2), 16);
                if (high >= 0 && low >= 0) {
                    out.append((char) (high * 16 + low));
                    i += 2;
                    continue;
                }
            }
            out.append(c);
        }
        return out.toString();
    }
}
