/**
 * Binds what the libraries in the self-contained jar log to the JDK's {@code System.Logger}. It stands in that jar's services
 * only: elsewhere SLF4J is the application's, and bound by it.
 */
@NullMarked
package io.github.zweiklick.servlet.logging;

import org.jspecify.annotations.NullMarked;
