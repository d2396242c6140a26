package io.github.zweiklick.page;

import io.github.zweiklick.page.HtmlTokenizer.State;
import io.github.zweiklick.page.TokenizerCase.Expected;
import java.util.List;

/** What lies between two tags: whether it can be read as the text and the comments that are expected there. */
final class Gap {
    private static final List<String> OPENERS = List.of("<!--", "<!", "</", "<");
    private static final List<String> CLOSERS = List.of("-->", "--!>", "->", ">", "--!", "--", "-", "");

    private final String raw;
    private final boolean references;
    private final boolean cdata;
    private final boolean last;

    Gap(String raw, State state, boolean last) {
        this.raw = TokenizerCase.normalized(raw);
        this.references = state == State.DATA || state == State.RCDATA;
        this.cdata = state == State.CDATA_SECTION;
        this.last = last;
    }

    boolean isReadAs(List<Expected> expected) {
        return matches(0, expected, 0, 0);
    }

    /** @param done how much of the text expected at {@code k} has been read */
    private boolean matches(int at, List<Expected> expected, int k, int done) {
        if (at == raw.length() && k == expected.size()) {
            return true;
        }
        // "</>" is nothing, and so are the end of a CDATA section and a tag the text ends in.
        if ((raw.startsWith("</>", at) || (cdata && raw.startsWith("]]>", at))) && matches(at + 3, expected, k, done)) {
            return true;
        }
        if (k == expected.size()) {
            return last && raw.startsWith("<", at);
        }
        if (expected.get(k) instanceof Expected.Comment comment) {
            return comment(at, comment.data(), expected, k);
        }
        return text(at, ((Expected.Text) expected.get(k)).characters().substring(done), expected, k, done);
    }

    private boolean text(int at, String rest, List<Expected> expected, int k, int done) {
        for (int end = raw.length(); end > at; end--) {
            String part = raw.substring(at, end);
            boolean resolved = references || (cdata && raw.lastIndexOf("]]>", at) >= 0);
            String read = TokenizerCase.normalized(resolved ? CharacterReferences.inText(part) : part);
            boolean whole = read.equals(rest);
            if (rest.startsWith(read) && matches(end, expected, whole ? k + 1 : k, whole ? 0 : done + read.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean comment(int at, String data, List<Expected> expected, int k) {
        for (String opener : OPENERS) {
            if (raw.startsWith(opener, at) && raw.startsWith(data, at + opener.length())) {
                int end = at + opener.length() + data.length();
                for (String closer : CLOSERS) {
                    if (raw.startsWith(closer, end) && matches(end + closer.length(), expected, k + 1, 0)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
