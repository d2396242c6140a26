/** What an audit found, as data: nothing here does anything. */
@NullMarked
package io.github.zweiklick.audit.result;

import org.jspecify.annotations.NullMarked;
