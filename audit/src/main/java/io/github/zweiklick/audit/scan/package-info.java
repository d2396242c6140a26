/** Reads files and pages without a browser, and tells what in them is foreign, by the rules of the rewriter. */
@NullMarked
package io.github.zweiklick.audit.scan;

import org.jspecify.annotations.NullMarked;
