/** The web application under test. */
@NullMarked
package io.github.zweiklick.servlet.webapp;

import org.jspecify.annotations.NullMarked;
