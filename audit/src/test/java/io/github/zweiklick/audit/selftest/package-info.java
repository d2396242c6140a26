/** The self-test, tested: what it misses must be told as missed. */
@NullMarked
package io.github.zweiklick.audit.selftest;

import org.jspecify.annotations.NullMarked;
