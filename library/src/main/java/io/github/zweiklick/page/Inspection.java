package io.github.zweiklick.page;

import java.nio.charset.Charset;
import java.util.List;

/** What was found in a page. */
public sealed interface Inspection {
    /**
     * It was read.
     *
     * @param parts in the order of the page
     * @param charset the page was read in, as {@link PageRewriter} decides it
     */
    record Read(List<ForeignPart> parts, Charset charset) implements Inspection {
        public Read {
            parts = List.copyOf(parts);
        }
    }

    /** It is neither a page nor a style sheet. */
    record NoPage() implements Inspection {}

    /** It cannot be examined, and would not go out protected. */
    record Unexamined(String reason) implements Inspection {}
}
