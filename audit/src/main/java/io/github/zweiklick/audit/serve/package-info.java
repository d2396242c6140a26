/** Pages on this machine's loopback for whoever prefers a form to a command. */
@NullMarked
package io.github.zweiklick.audit.serve;

import org.jspecify.annotations.NullMarked;
