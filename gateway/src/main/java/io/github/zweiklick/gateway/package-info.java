/** The filter as a process of its own, in front of a site that need not be Java. */
@org.jspecify.annotations.NullMarked
package io.github.zweiklick.gateway;
