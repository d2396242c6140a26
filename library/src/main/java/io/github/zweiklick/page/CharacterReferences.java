package io.github.zweiklick.page;

import org.jsoup.nodes.Entities;

/**
 * Resolves character references as the HTML tokenizer does: colon and slashes of an address may be spelt by name or
 * number.
 *
 * <p>The names are jsoup's, the rules the standard's. jsoup's own decoder makes a parser for each value and lets
 * surrogates through; otherwise both agree.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state">HTML, 13.2.5.72</a>
 */
final class CharacterReferences {
    private static final int REPLACEMENT = 0xfffd;
    /** No name that counts without a semicolon is longer: {@code frac12}, {@code Aacute}. */
    private static final int LONGEST_BARE = 6;
    /** What 0x80 to 0x9f mean as numbers: windows-1252, undefined ones themselves. */
    private static final String C1 =
            "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
                    + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    private final String text;
    private final boolean attribute;
    private final StringBuilder out;

    private CharacterReferences(String text, boolean attribute) {
        this.text = text;
        this.attribute = attribute;
        this.out = new StringBuilder(text.length());
    }

    /** The value of an attribute: a reference without a semicolon does not count before an equals sign or a letter. */
    static String inAttribute(String value) {
        return value.indexOf('&') < 0 ? value : new CharacterReferences(value, true).run();
    }

    static String inText(String text) {
        return text.indexOf('&') < 0 ? text : new CharacterReferences(text, false).run();
    }

    private String run() {
        int at = 0;
        for (int open = text.indexOf('&'); open >= 0; open = text.indexOf('&', at)) {
            out.append(text, at, open);
            at = text.startsWith("#", open + 1) ? numeric(open) : named(open);
        }
        return out.append(text, at, text.length()).toString();
    }

    /** Returns the index after what was read. */
    private int numeric(int open) {
        int at = open + 2;
        boolean hex = at < text.length() && (text.charAt(at) | 0x20) == 'x';
        if (hex) {
            at++;
        }
        int digits = at;
        int number = 0;
        while (at < text.length() && (hex ? Ascii.isHex(text.charAt(at)) : Ascii.isDigit(text.charAt(at)))) {
            number = Math.min(number * (hex ? 16 : 10) + Character.digit(text.charAt(at), 16), 0x110000);
            at++;
        }
        if (at == digits) {
            out.append(text, open, at);
            return at;
        }
        out.appendCodePoint(meant(number));
        return text.startsWith(";", at) ? at + 1 : at;
    }

    private static int meant(int number) {
        if (number == 0 || number > 0x10ffff || (number >= 0xd800 && number <= 0xdfff)) {
            return REPLACEMENT;
        }
        return number >= 0x80 && number <= 0x9f ? C1.charAt(number - 0x80) : number;
    }

    private int named(int open) {
        int end = open + 1;
        while (end < text.length() && isAlphanumeric(text.charAt(end))) {
            end++;
        }
        if (text.startsWith(";", end)) {
            String name = text.substring(open + 1, end);
            if (Entities.isNamedEntity(name)) {
                out.append(Entities.getByName(name));
                return end + 1;
            }
        }
        for (int length = Math.min(LONGEST_BARE, end - open - 1); length > 1; length--) {
            int after = open + 1 + length;
            String name = text.substring(open + 1, after);
            if (Entities.isBaseNamedEntity(name)) {
                if (attribute && (after < end || text.startsWith("=", after))) {
                    break;
                }
                out.append(Entities.getByName(name));
                return after;
            }
        }
        out.append('&');
        return open + 1;
    }

    private static boolean isAlphanumeric(char c) {
        return Ascii.isLetter(c) || Ascii.isDigit(c);
    }
}
