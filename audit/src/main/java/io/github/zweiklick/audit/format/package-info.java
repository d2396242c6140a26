/** What was found, in the forms that CI systems read. Knows nothing of how it was found. */
@NullMarked
package io.github.zweiklick.audit.format;

import org.jspecify.annotations.NullMarked;
