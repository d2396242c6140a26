package io.github.zweiklick.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * A small answer, held until it is whole. A servlet waits for each write; one whose visitor takes nothing would keep the thread that
 * writes. This way nobody waits for the only write there is.
 */
final class HeldResponse extends Response.Wrapper implements Callback {
    private final Callback whole;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(64);

    /** @param whole told when the answer has gone out */
    HeldResponse(Request request, Response response, Callback whole) {
        super(request, response);
        this.whole = whole;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback written) {
        // The servlet's own buffer is used again.
        body.writeBytes(BufferUtil.toArray(content));
        BufferUtil.clear(content);
        written.succeeded();
    }

    /** For an error's page in place of what there was. */
    @Override
    public void reset() {
        super.reset();
        body.reset();
    }

    @Override
    public void succeeded() {
        getWrapped().write(true, ByteBuffer.wrap(body.toByteArray()), whole);
    }

    @Override
    public void failed(Throwable failure) {
        whole.failed(failure);
    }
}
