/** What is the site's own, and the header lines that follow from it. */
@NullMarked
package io.github.zweiklick.policy;

import org.jspecify.annotations.NullMarked;
