package io.github.zweiklick.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads list headers (RFC 9110, section 5.6.1) whose items hold quoted strings and {@code <addresses>}. */
final class HeaderList {
    private HeaderList() {}

    /** Items between separators that stand outside of quotes and angle brackets. */
    static List<String> split(String value, char separator) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quoted && c == '\\' && i + 1 < value.length()) {
                item.append(c);
                c = value.charAt(++i);
            } else if (c == '"' && !bracketed) {
                quoted = !quoted;
            } else if (c == '<' && !quoted) {
                bracketed = true;
            } else if (c == '>' && !quoted) {
                bracketed = false;
            } else if (c == separator && !quoted && !bracketed) {
                addItem(items, item);
                continue;
            }
            item.append(c);
        }
        addItem(items, item);
        return items;
    }

    private static void addItem(List<String> items, StringBuilder item) {
        String text = item.toString().trim();
        if (!text.isEmpty()) {
            items.add(text);
        }
        item.setLength(0);
    }

    /** All values of a parameter, unquoted. */
    static List<String> parameter(String parameters, String name) {
        List<String> values = new ArrayList<>();
        for (String parameter : split(parameters, ';')) {
            int equals = parameter.indexOf('=');
            if (equals > 0
                    && parameter
                            .substring(0, equals)
                            .trim()
                            .toLowerCase(Locale.ROOT)
                            .equals(name)) {
                String value = parameter.substring(equals + 1).trim();
                values.add(value.startsWith("\"") ? String.join("", quoted(value)) : value);
            }
        }
        return values;
    }

    /** The contents of all quoted strings, escapes resolved. */
    static List<String> quoted(String value) {
        List<String> strings = new ArrayList<>();
        StringBuilder string = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                if (quoted) {
                    strings.add(string.toString());
                    string.setLength(0);
                }
                quoted = !quoted;
            } else if (quoted) {
                string.append(c == '\\' && i + 1 < value.length() ? value.charAt(++i) : c);
            }
        }
        if (quoted) {
            strings.add(string.toString());
        }
        return strings;
    }
}
