/** What the guard stops in real browsers. */
@NullMarked
package io.github.zweiklick.audit.guard;

import org.jspecify.annotations.NullMarked;
