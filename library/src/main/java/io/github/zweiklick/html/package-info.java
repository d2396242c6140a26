/** Typed markup: a value of type Html is always safe to send. */
@NullMarked
package io.github.zweiklick.html;

import org.jspecify.annotations.NullMarked;
