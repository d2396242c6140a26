/** The filter in real containers, as one jar in a WAR. */
@NullMarked
package io.github.zweiklick.servlet.container;

import org.jspecify.annotations.NullMarked;
