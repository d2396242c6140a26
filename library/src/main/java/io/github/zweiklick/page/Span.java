package io.github.zweiklick.page;

/** A range of the text. */
record Span(int start, int end) {}
