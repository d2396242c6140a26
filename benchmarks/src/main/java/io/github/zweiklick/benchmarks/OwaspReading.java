package io.github.zweiklick.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlSanitizer;

/**
 * OWASP's sanitizer with a policy that writes nothing and counts foreign addresses. Its lexer alone is not public, so
 * this measures decoding the bytes, the lexer, decoding of all attributes and text, and balancing of tags; no output. It
 * knows no positions, therefore it cannot splice.
 */
final class OwaspReading {
    private OwaspReading() {}

    /** Start tags with a foreign address. */
    static int foreignTags(Page page) {
        Counting counting = new Counting(page.site());
        HtmlSanitizer.sanitize(new String(page.body(), page.charset()), counting);
        return counting.found;
    }

    private static final class Counting implements HtmlSanitizer.Policy {
        private final OwnSite site;
        private int found;

        Counting(OwnSite site) {
            this.site = site;
        }

        @Override
        public void openTag(String name, List<String> attributes) {
            if (isForeign(name, attributes)) {
                found++;
            }
        }

        /** @param attributes names and values in turn */
        private boolean isForeign(String name, List<String> attributes) {
            List<String> addresses = ContactMaking.ADDRESSES.get(name);
            if (addresses == null) {
                return false;
            }
            for (int i = 0; i + 1 < attributes.size(); i += 2) {
                String attribute = attributes.get(i);
                String value = attributes.get(i + 1);
                boolean set = attribute.equals("srcset") && ContactMaking.SETS.contains(name);
                if ((addresses.contains(attribute) && site.isForeign(value)) || (set && site.isAnyForeign(value))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void openDocument() {
            // Nothing is written.
        }

        @Override
        public void closeDocument() {
            // Nothing is written.
        }

        @Override
        public void closeTag(@Nullable String name) {
            // Nothing is written.
        }

        @Override
        public void text(@Nullable String text) {
            // Nothing is written.
        }
    }
}
