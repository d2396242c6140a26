/** Addresses as browsers read them (WHATWG URL Standard). */
@NullMarked
package io.github.zweiklick.url;

import org.jspecify.annotations.NullMarked;
