package io.github.zweiklick.servlet;

import io.github.zweiklick.Configuration.OnFailure;
import io.github.zweiklick.Protection;
import java.util.Optional;

/**
 * What holds for one response.
 *
 * @param maxPage bytes of the largest page that is rewritten, before and after decoding
 * @param onFailure what visitors get of a page that cannot be examined
 * @param tags makes entity tags
 * @param memory for pages in the making
 */
record PageRules(Protection protection, int maxPage, OnFailure onFailure, EntityTags tags, PageMemory memory) {

    /** The same bytes, where they are a whole page, written at once, that has come before: nothing needs to be copied then. */
    Optional<byte[]> known(HeldHeaders held, byte[] bytes, int offset, int length) {
        boolean whole =
                held.contentLength().filter(announced -> announced == length).isPresent();
        return whole ? protection.sharedBody(bytes, offset, length) : Optional.empty();
    }
}
