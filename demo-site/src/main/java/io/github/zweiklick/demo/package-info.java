/** The city of Musterstadt, the networks simulated beside it, and the bench that shows who learned what. */
@NullMarked
package io.github.zweiklick.demo;

import org.jspecify.annotations.NullMarked;
