/** Measures the rewriter side by side with other ways to do its work. */
@NullMarked
package io.github.zweiklick.benchmarks;

import org.jspecify.annotations.NullMarked;
