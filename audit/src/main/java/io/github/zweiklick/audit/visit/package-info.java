/** Takes a browser through the phases of an audit. */
@NullMarked
package io.github.zweiklick.audit.visit;

import org.jspecify.annotations.NullMarked;
