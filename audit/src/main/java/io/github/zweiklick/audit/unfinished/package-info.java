/** What an audit has done so far, kept so that it can go on. */
@NullMarked
package io.github.zweiklick.audit.unfinished;

import org.jspecify.annotations.NullMarked;
