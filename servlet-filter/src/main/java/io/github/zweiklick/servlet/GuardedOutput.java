package io.github.zweiklick.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The stream the application writes to; the response decides where the bytes go. */
final class GuardedOutput extends ServletOutputStream {
    private final GuardedResponse response;
    private final byte[] one = new byte[1];

    GuardedOutput(GuardedResponse response) {
        this.response = response;
    }

    @Override
    public void write(int b) throws IOException {
        one[0] = (byte) b;
        response.write(one, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        response.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        response.flushBody();
    }

    @Override
    public void close() throws IOException {
        response.closeBody();
    }

    @Override
    public boolean isReady() {
        return response.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        response.setWriteListener(listener);
    }
}
