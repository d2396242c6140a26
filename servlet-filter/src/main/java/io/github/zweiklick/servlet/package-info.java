/** Zweiklick in a servlet container: one filter protects pages and answers the endpoints. */
@NullMarked
package io.github.zweiklick.servlet;

import org.jspecify.annotations.NullMarked;
