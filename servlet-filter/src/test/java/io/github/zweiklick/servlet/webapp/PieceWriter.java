package io.github.zweiklick.servlet.webapp;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** Writes bytes in pieces whenever the container takes them, then completes. */
final class PieceWriter implements WriteListener {
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final byte[] bytes;
    private final int piece;
    private int written;

    PieceWriter(AsyncContext context, ServletOutputStream out, byte[] bytes, int piece) {
        this.context = context;
        this.out = out;
        this.bytes = bytes;
        this.piece = piece;
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            if (written == bytes.length) {
                context.complete();
                return;
            }
            int count = Math.min(piece, bytes.length - written);
            out.write(bytes, written, count);
            written += count;
        }
    }

    @Override
    public void onError(Throwable failed) {
        context.complete();
    }
}
