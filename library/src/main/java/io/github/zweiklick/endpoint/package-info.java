/** The endpoints as plain functions from request to reply. */
@NullMarked
package io.github.zweiklick.endpoint;

import org.jspecify.annotations.NullMarked;
