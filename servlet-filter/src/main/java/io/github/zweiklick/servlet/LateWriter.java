package io.github.zweiklick.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * A response's writer, taken when it is written to. Who takes it only to close it, as Tomcat 10.1 and Undertow do of every
 * wrapper when a forward returns, would else add a charset to the Content-Type where nothing was written (HEAD, 304).
 */
final class LateWriter extends Writer {
    private final HttpServletResponse response;
    private Optional<Writer> writer = Optional.empty();

    LateWriter(HttpServletResponse response) {
        this.response = response;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        Writer taken = writer.isPresent() ? writer.get() : response.getWriter();
        writer = Optional.of(taken);
        taken.write(text, offset, length);
    }

    @Override
    public void flush() throws IOException {
        if (writer.isPresent()) {
            writer.get().flush();
        } else {
            response.flushBuffer();
        }
    }

    @Override
    public void close() throws IOException {
        if (writer.isPresent()) {
            writer.get().close();
        } else {
            response.getOutputStream().close();
        }
    }
}
