/** What visitors see: placeholders, the airlock's documents, texts. */
@NullMarked
package io.github.zweiklick.view;

import org.jspecify.annotations.NullMarked;
