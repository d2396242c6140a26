/** Says what of that which was seen touches a demand of the law. */
@NullMarked
package io.github.zweiklick.audit.judge;

import org.jspecify.annotations.NullMarked;
