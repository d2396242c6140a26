package io.github.zweiklick.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What finds tags in HTML, however it does: the same tests are passed to every one of them. */
interface HtmlTokenizer {
    /** States of the standard's tokenizer in which a text may begin. */
    enum State {
        DATA("Data state"),
        PLAINTEXT("PLAINTEXT state"),
        RCDATA("RCDATA state"),
        RAWTEXT("RAWTEXT state"),
        SCRIPT_DATA("Script data state"),
        CDATA_SECTION("CDATA section state");

        private final String title;

        State(String title) {
            this.title = title;
        }

        static State of(String title) {
            for (State state : values()) {
                if (state.title.equals(title)) {
                    return state;
                }
            }
            throw new IllegalArgumentException(title);
        }
    }

    /** Something found; {@code start} and {@code end} are indices into the text. */
    sealed interface Found {
        int start();

        int end();

        /** @param attributes the first of each name, in their order, values decoded */
        record Start(String name, Map<String, String> attributes, boolean selfClosing, int start, int end)
                implements Found {}

        record End(String name, int start, int end) implements Found {}

        record Doctype(int start, int end) implements Found {}
    }

    /** Tags and document types in their order; comments and text are what lies between. */
    List<Found> read(String text, State state, Optional<String> lastStartTag);
}
