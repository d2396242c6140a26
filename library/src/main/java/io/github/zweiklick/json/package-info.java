/** JSON files written by people: every error names file, line, key, value and the remedy. */
@NullMarked
package io.github.zweiklick.json;

import org.jspecify.annotations.NullMarked;
