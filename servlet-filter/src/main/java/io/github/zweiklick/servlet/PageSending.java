package io.github.zweiklick.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Optional;

/** A page on its way to a browser, without a thread that waits for it. */
final class PageSending implements WriteListener {
    /** Containers may copy what they cannot send at once, so they are not given all at once. */
    private static final int PIECE = 32 << 10;

    private final byte[] page;
    private final ServletOutputStream out;
    private final Runnable ended;
    private int sent;
    private boolean over;

    private PageSending(byte[] page, ServletOutputStream out, Runnable ended) {
        this.page = page;
        this.out = out;
        this.ended = ended;
    }

    /**
     * Begins; where nobody is to be told, or the stream below cannot do so, sends it as a whole.
     *
     * @param ended run once it is sent or the browser is gone
     * @return whether that will be run
     */
    static boolean begin(byte[] page, ServletOutputStream out, Optional<Runnable> ended) throws IOException {
        if (ended.isEmpty()) {
            out.write(page);
            return false;
        }
        try {
            out.setWriteListener(new PageSending(page, out, ended.get()));
            return true;
        } catch (IllegalStateException | UnsupportedOperationException blockingOnly) {
            // A stream of a filter in front, or one that has a listener already.
            out.write(page);
            return false;
        }
    }

    @Override
    public void onWritePossible() throws IOException {
        while (!over && out.isReady()) {
            if (sent == page.length) {
                end();
            } else {
                int length = Math.min(PIECE, page.length - sent);
                sent += length;
                out.write(page, sent - length, length);
            }
        }
    }

    @Override
    public void onError(Throwable gone) {
        Log.LOGGER.log(System.Logger.Level.DEBUG, "The browser did not take the page", gone);
        if (!over) {
            end();
        }
    }

    private void end() {
        over = true;
        ended.run();
    }
}
