/** Findings: what the operator of a site should know, with place and remedy. */
@NullMarked
package io.github.zweiklick.finding;

import org.jspecify.annotations.NullMarked;
