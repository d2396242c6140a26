/** Links by which visitors share a page: where they lead, and nothing of how they look. */
@NullMarked
package io.github.zweiklick.share;

import org.jspecify.annotations.NullMarked;
