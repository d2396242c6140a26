/**
 * Pictures of networks, shown by the site itself: fetched once by the server, made small and clean, kept on the disk.
 *
 * <p>{@link io.github.zweiklick.media.MediaProxy} is asked for a picture by its name. A name leads to an address only while
 * content that is held shows the picture, {@link io.github.zweiklick.media.KnownPictures}; so there is nothing to sign, and no one
 * can have anything else fetched.
 */
@NullMarked
package io.github.zweiklick.media;

import org.jspecify.annotations.NullMarked;
