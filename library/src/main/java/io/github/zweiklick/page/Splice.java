package io.github.zweiklick.page;

/** A range of the text and what stands there instead. */
record Splice(int start, int end, String replacement) {
    static Splice insert(int position, String markup) {
        return new Splice(position, position, markup);
    }
}
