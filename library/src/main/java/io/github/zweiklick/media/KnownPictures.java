package io.github.zweiklick.media;

import java.util.Optional;

/** The pictures of the content that is held just now. Asked with each request: must be fast, must not block, thread-safe. */
@FunctionalInterface
public interface KnownPictures {
    /**
     * Where a picture is to be fetched.
     *
     * @param name any text of the form that {@link PictureName#of} gives, perhaps made up
     * @return its address; empty where no content shows it
     */
    Optional<String> address(String name);

    /**
     * How large its network says a picture is.
     *
     * @param name as above
     * @return empty where it does not say
     */
    default Optional<Size> size(String name) {
        return Optional.empty();
    }

    /**
     * A picture's size.
     *
     * @param width in pixels, at least 1
     * @param height likewise
     */
    record Size(int width, int height) {}
}
