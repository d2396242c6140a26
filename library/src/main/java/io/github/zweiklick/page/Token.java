package io.github.zweiklick.page;

/** What the lexer tells apart; text and comments are of no concern. */
sealed interface Token {
    /** A start tag. */
    record Start(StartTag tag) implements Token {}

    /** An end tag. */
    record End(String name, int start, int end) implements Token {}

    /** The content of an element that holds text only, such as script and style. */
    record Raw(StartTag owner, int start, int end) implements Token {}

    /** The document type. */
    record Doctype(int start, int end) implements Token {}

    /** What begins like a CDATA section where only the tree tells whether it is one. */
    record Section(int start) implements Token {}

    /** A processing instruction of XML; HTML has none. */
    record Instruction(int start, int end) implements Token {}
}
