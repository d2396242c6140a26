/** The officer's command: visits pages and tells whom they contacted. */
@NullMarked
package io.github.zweiklick.audit;

import org.jspecify.annotations.NullMarked;
