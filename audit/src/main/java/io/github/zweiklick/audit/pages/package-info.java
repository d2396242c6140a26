/** Finds the pages of a site, without a browser. */
@NullMarked
package io.github.zweiklick.audit.pages;

import org.jspecify.annotations.NullMarked;
