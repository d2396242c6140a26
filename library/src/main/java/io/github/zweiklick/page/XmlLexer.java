package io.github.zweiklick.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds tags in XML: nothing is text by its name, comments and CDATA end where they say. */
final class XmlLexer {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    private XmlLexer(String text) {
        this.text = text;
    }

    static List<Token> read(String text) {
        XmlLexer lexer = new XmlLexer(text);
        int at = text.indexOf('<');
        while (at >= 0) {
            at = text.indexOf('<', lexer.token(at));
        }
        return lexer.tokens;
    }

    /** What stands before the root element: only there can a document type declare anything. */
    static String prolog(String text) {
        XmlLexer lexer = new XmlLexer(text);
        int at = text.indexOf('<');
        while (at >= 0) {
            int next = lexer.token(at);
            if (!lexer.tokens.isEmpty() && lexer.tokens.get(lexer.tokens.size() - 1) instanceof Token.Start) {
                return text.substring(0, at);
            }
            at = text.indexOf('<', next);
        }
        return text;
    }

    /** Reads what begins at a {@code <}; returns where to go on. */
    private int token(int open) {
        if (text.startsWith("<!--", open)) {
            return after("-->", open + 4);
        }
        if (text.startsWith("<![CDATA[", open)) {
            return after("]]>", open + 9);
        }
        if (text.startsWith("<?", open)) {
            int end = after("?>", open + 2);
            tokens.add(new Token.Instruction(open, end));
            return end;
        }
        if (text.startsWith("<!", open)) {
            int end = XmlEntities.doctypeEnd(text, open);
            tokens.add(new Token.Doctype(open, end));
            return end;
        }
        return tag(open);
    }

    private int tag(int open) {
        boolean closing = text.startsWith("</", open);
        Optional<StartTag> read = TagScanner.inXml(text, open, closing);
        if (read.isEmpty()) {
            return open + 1;
        }
        StartTag tag = read.get();
        tokens.add(closing ? new Token.End(tag.name(), open, tag.end()) : new Token.Start(tag));
        return tag.end();
    }

    private int after(String terminator, int from) {
        int found = text.indexOf(terminator, from);
        return found < 0 ? text.length() : found + terminator.length();
    }
}
