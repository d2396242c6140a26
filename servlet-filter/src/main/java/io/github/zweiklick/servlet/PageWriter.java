package io.github.zweiklick.servlet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** Makes the writers of responses. */
final class PageWriter {
    private static final int CHARACTERS = 2048;

    private PageWriter() {}

    /** Characters a charset does not have become question marks, as in every container. */
    static PrintWriter over(OutputStream out, String charset) throws IOException {
        try {
            return new PrintWriter(
                    new BufferedWriter(new OutputStreamWriter(out, Charset.forName(charset)), CHARACTERS));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            UnsupportedEncodingException thrown = new UnsupportedEncodingException(charset);
            thrown.initCause(unknown);
            throw thrown;
        }
    }
}
