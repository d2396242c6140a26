/** The report as a PDF. */
@NullMarked
package io.github.zweiklick.audit.pdf;

import org.jspecify.annotations.NullMarked;
