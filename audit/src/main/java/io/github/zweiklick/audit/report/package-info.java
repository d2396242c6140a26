/** Writes down what an audit found, for people and for programs. */
@NullMarked
package io.github.zweiklick.audit.report;

import org.jspecify.annotations.NullMarked;
