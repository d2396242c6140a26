/** The command, and the demo that runs it. */
@NullMarked
package io.github.zweiklick.audit;

import org.jspecify.annotations.NullMarked;
