/** Files that are written whole or not at all. */
@NullMarked
package io.github.zweiklick.file;

import org.jspecify.annotations.NullMarked;
