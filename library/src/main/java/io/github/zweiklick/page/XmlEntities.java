package io.github.zweiklick.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entities an XML document declares in its own DOCTYPE. One that holds markup or comes from elsewhere could hide an
 * element from every examination: such a document is not trusted.
 */
final class XmlEntities {
    /** Numeric references may stand in it, as in the usual {@code nbsp}, but for those that make markup of what follows. */
    private static final String CHARACTER = "&#(?!0*(?:37|38|60);|x0*(?:25|26|3[cC]);)(?:[0-9]+|x[0-9a-fA-F]+);";

    private static final Pattern PLAIN = Pattern.compile("<!ENTITY\\s+([\\w.:-]+)\\s+(?:\"((?:[^\"<&%]|" + CHARACTER
            + ")*+)\"|'((?:[^'<&%]|" + CHARACTER + ")*+)')\\s*>");
    private static final Pattern REFERENCE = Pattern.compile("&([\\w.:-]+);");

    private static final Pattern ATTRIBUTES = Pattern.compile("<!ATTLIST([^>]*+)");
    private static final Pattern NAMESPACES = Pattern.compile(
            "\\s++[\\w.:-]++(?:\\s++xmlns[\\w.:-]*+\\s++CDATA\\s++#FIXED\\s++(?:\"[^\"]*+\"|'[^']*+'))*+\\s*+");

    private final Map<String, String> values;

    private XmlEntities(Map<String, String> values) {
        this.values = values;
    }

    /** Empty where an entity is declared that is not plain text. */
    static Optional<XmlEntities> read(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        // Anywhere in the text: where the DOCTYPE begins and ends is what such a document would lie about.
        Matcher matcher = PLAIN.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            values.putIfAbsent(matcher.group(1), quoted != null ? quoted : matcher.group(3));
        }
        boolean more = matcher.reset().replaceAll("").contains("<!ENTITY") || setsAttributes(text);
        return more ? Optional.empty() : Optional.of(new XmlEntities(values));
    }

    /** A DTD may give elements attributes that stand nowhere else; declared namespaces are harmless. */
    private static boolean setsAttributes(String text) {
        Matcher lists = ATTRIBUTES.matcher(text);
        while (lists.find()) {
            if (!NAMESPACES.matcher(lists.group(1)).matches()) {
                return true;
            }
        }
        return false;
    }

    /** The references in a value resolved once; plain text holds no further ones. */
    String expand(String value) {
        if (values.isEmpty() || value.indexOf('&') < 0) {
            return value;
        }
        return REFERENCE
                .matcher(value)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }

    /** Index after the DOCTYPE that begins at {@code open}, its internal subset included. */
    static int doctypeEnd(String text, int open) {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && c == '<' && (text.startsWith("<!--", i) || text.startsWith("<?", i))) {
                // Quotes and brackets in comments and instructions are none.
                String close = text.charAt(i + 1) == '?' ? "?>" : "-->";
                int end = text.indexOf(close, i + 2);
                if (end < 0) {
                    return text.length();
                }
                i = end + close.length() - 1;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '<') {
                depth++;
            } else if (c == '>' && --depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }
}
