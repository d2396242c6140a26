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

    /** Those in a style sheet that begins at a position. */
    static List<StyleReference> in(String css, int position, Addresses addresses) {
        List<StyleReference> found = new ArrayList<>();
        for (CssScanner.Reference reference : CssScanner.scan(css)) {
            Splice disarming = new Splice(position + reference.start(), position + reference.end(), NOTHING);
            addresses.foreign(reference).ifPresent(foreign -> found.add(new StyleReference(disarming, foreign)));
        }
        return found;
    }
}
