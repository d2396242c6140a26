package io.github.zweiklick.page;

/** Where markup of ours may go in a document that is read tag by tag; -1 where that is not certain. */
final class DocumentPlaces {
    private boolean structured;
    private boolean contentBegan;
    private int doctypeEnd = -1;
    private int htmlEnd = -1;
    private int headEnd = -1;
    private int bodyEnd = -1;
    private boolean oddBody;
    private int firstScript = -1;
    private int lastBodyEnd = -1;
    private boolean oddBodyEnd;

    /** What stands in no head: tags of a document and its head count no more. */
    void content() {
        contentBegan = true;
    }

    /** @param first whether it stands before all start tags */
    void doctype(int end, boolean first) {
        structured = true;
        doctypeEnd = doctypeEnd < 0 && first ? end : doctypeEnd;
    }

    void html(int end) {
        structured = true;
        htmlEnd = htmlEnd < 0 && !contentBegan ? end : htmlEnd;
    }

    void head(int end) {
        structured = true;
        headEnd = headEnd < 0 && bodyEnd < 0 && !contentBegan ? end : headEnd;
    }

    void body(int end) {
        structured = true;
        oddBody |= contentBegan;
        bodyEnd = bodyEnd < 0 ? end : bodyEnd;
    }

    /**
     * An end tag of the body.
     *
     * @param odd whether some reader may take it for something else
     */
    void bodyEnd(int start, boolean odd) {
        lastBodyEnd = start;
        oddBodyEnd = odd;
        // It makes a body where there was none.
        contentBegan |= !odd;
    }

    void script(int start) {
        firstScript = firstScript < 0 ? start : firstScript;
    }

    /** False for a fragment, which a script of the site's puts into a page. */
    boolean isStructured() {
        return structured;
    }

    private boolean hasScript() {
        return firstScript >= 0;
    }

    /** Where the first one begins; -1 where there is none. */
    int firstScript() {
        return firstScript;
    }

    /** Style and script. */
    int inHead() {
        return headEnd >= 0 ? headEnd : htmlEnd;
    }

    /** The form: the start of the body. */
    int inBody() {
        return oddBody ? -1 : bodyEnd;
    }

    /** Where the last end tag of the body begins; -1 where there is none. */
    int bodyEnd() {
        return lastBodyEnd;
    }

    /** Whether some reader may take the last end tag of the body for something else. */
    boolean isBodyEndOdd() {
        return oddBodyEnd;
    }

    /** The guard, before all scripts; nowhere in a fragment. */
    int beforeScripts() {
        int top = inHead() >= 0 ? inHead() : doctypeEnd;
        boolean above = hasScript() && (top > firstScript || (top < 0 && bodyEnd >= 0));
        return above ? firstScript : top;
    }
}
