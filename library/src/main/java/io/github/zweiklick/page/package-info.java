/** Finds embeds and foreign resources in pages and replaces exactly their bytes. Knows no consent and no network. */
@NullMarked
package io.github.zweiklick.page;

import org.jspecify.annotations.NullMarked;
