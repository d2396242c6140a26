/** Zweiklick's façade: everything a web application needs stands here. */
@NullMarked
package io.github.zweiklick;

import org.jspecify.annotations.NullMarked;
