/** Searching in text. */
@NullMarked
package io.github.zweiklick.text;

import org.jspecify.annotations.NullMarked;
