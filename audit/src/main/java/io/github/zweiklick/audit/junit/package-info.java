/**
 * For a site's own tests: pages are opened in a real browser and asserted to contact nobody before consent.
 *
 * <p>Needs JUnit's {@code junit-jupiter-api} (5.12 or later), which this module does not bring.
 */
@NullMarked
package io.github.zweiklick.audit.junit;

import org.jspecify.annotations.NullMarked;
