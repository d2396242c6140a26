/**
 * The audit's proof of itself: pages that contact hosts by every way known, served in a network namespace whose servers are
 * the ground truth, and told whether the browser's log, which is all a visit of the open web has, missed any.
 */
@NullMarked
package io.github.zweiklick.audit.selftest;

import org.jspecify.annotations.NullMarked;
