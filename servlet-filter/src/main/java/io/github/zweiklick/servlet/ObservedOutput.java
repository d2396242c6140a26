package io.github.zweiklick.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** The container's stream; what was written is copied after it took it. */
final class ObservedOutput extends ServletOutputStream {
    private final ServletOutputStream out;
    private final PageCopy copy;
    private final BooleanSupplier closing;

    /** @param closing whether the next the container does is to close it: then its flush before is left out */
    ObservedOutput(ServletOutputStream out, PageCopy copy, BooleanSupplier closing) {
        this.out = out;
        this.copy = copy;
        this.closing = closing;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        copy.append(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        copy.append(bytes, offset, length);
    }

    /** Containers encode texts in ways of their own. */
    @Override
    public void print(String text) throws IOException {
        out.print(text);
        copy.append(text);
    }

    @Override
    public void println() throws IOException {
        out.println();
        copy.append("\n");
    }

    @Override
    public void println(String text) throws IOException {
        out.println(text);
        copy.append(text + "\n");
    }

    @Override
    public void flush() throws IOException {
        if (!closing.getAsBoolean()) {
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    @Override
    public boolean isReady() {
        return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        out.setWriteListener(listener);
    }
}
