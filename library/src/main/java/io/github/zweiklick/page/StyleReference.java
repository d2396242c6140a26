package io.github.zweiklick.page;

import io.github.zweiklick.page.Addresses.Foreign;
import java.util.ArrayList;
import java.util.List;

/**
 * A foreign address in a style sheet.
 *
 * @param disarming takes it out
 */
record StyleReference(Splice disarming, Foreign foreign) {
    /** What stands in a style sheet instead of a foreign address: loads nothing, stays a valid url. */
    private static final String NOTHING = "data:,";

    /** Those in a style sheet that is a part of a text. */
    static List<StyleReference> in(SourceText text, Span sheet, Addresses addresses) {
        List<StyleReference> found = new ArrayList<>();
        for (CssScanner.Reference reference : CssScanner.scan(text.raw(sheet.start(), sheet.end()))) {
            Span place = new Span(sheet.start() + reference.start(), sheet.start() + reference.end());
            addresses
                    .foreign(decoded(text, place, reference))
                    .ifPresent(foreign ->
                            found.add(new StyleReference(new Splice(place.start(), place.end(), NOTHING), foreign)));
        }
        return found;
    }

    /**
     * The text may be a view of undecoded bytes, in which a host beyond ASCII is none. With escapes, or where references may be
     * resolved, it stays unread, hence foreign.
     */
    private static CssScanner.Reference decoded(SourceText text, Span place, CssScanner.Reference reference) {
        String value = reference.value();
        if (ascii(value).equals(value) || !value.equals(text.raw(place.start(), place.end()))) {
            return reference;
        }
        String decoded = text.decoded(place);
        return ascii(decoded).equals(ascii(value))
                ? new CssScanner.Reference(reference.start(), reference.end(), decoded, reference.imported())
                : reference;
    }

    /** What is left without all other characters. */
    private static String ascii(String text) {
        return text.chars()
                .filter(c -> c < 0x80)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
