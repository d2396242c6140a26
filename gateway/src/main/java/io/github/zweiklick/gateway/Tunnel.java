package io.github.zweiklick.gateway;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * Two connections that carry each other's bytes as they are, once both have agreed to speak another protocol than HTTP: WebSocket
 * with its extensions is an affair of browser and server. Each direction reads on only when what it read was taken.
 */
final class Tunnel {
    private static final int BUFFER = 16 << 10;
    /** Either direction's bytes keep both connections. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final End server;
    private final End visitor;

    /**
     * @param server the connection to the server behind, of which nobody else reads any more
     * @param visitor the visitor's, which HTTP gives up once the answer is sent
     */
    Tunnel(EndPoint server, EndPoint visitor, Executor executor) {
        this.server = new End(server, executor);
        this.visitor = new End(visitor, executor);
        this.server.other = this.visitor;
        this.visitor.other = this.server;
        server.upgrade(this.server);
    }

    /** What takes over the visitor's connection. */
    Connection visitor() {
        return visitor;
    }

    private final class End extends AbstractConnection implements Connection.UpgradeTo {
        private final Queue<ByteBuffer> early = new ArrayDeque<>();
        private final ByteBuffer buffer = BufferUtil.allocate(BUFFER);
        private final IteratingCallback carrying = new Carrying(this);
        private End other = this;

        End(EndPoint endPoint, Executor executor) {
            super(endPoint, executor);
        }

        /** What came with the answer, or with the request, behind its headers. */
        @Override
        public void onUpgradeTo(ByteBuffer bytes) {
            if (BufferUtil.hasContent(bytes)) {
                early.add(BufferUtil.copy(bytes));
            }
        }

        /** The visitor's comes second. */
        @Override
        public void onOpen() {
            super.onOpen();
            getEndPoint().setIdleTimeout(IDLE.toMillis());
            if (this == visitor) {
                server.carrying.iterate();
                visitor.carrying.iterate();
            }
        }

        @Override
        public void onFillable() {
            carrying.iterate();
        }

        @Override
        public void onClose(Throwable cause) {
            super.onClose(cause);
            other.getEndPoint().close();
        }
    }

    /** Reads of one end and writes to the other. */
    private static final class Carrying extends IteratingCallback {
        private final End from;

        Carrying(End from) {
            this.from = from;
        }

        @Override
        protected Action process() throws Exception {
            ByteBuffer next = from.early.poll();
            if (next == null) {
                BufferUtil.clear(from.buffer);
                int read = from.getEndPoint().fill(from.buffer);
                if (read < 0) {
                    return Action.SUCCEEDED;
                }
                if (read == 0) {
                    from.tryFillInterested(Callback.from(from::onFillable, from::onFillInterestedFailed));
                    return Action.IDLE;
                }
                next = from.buffer;
            }
            from.other.getEndPoint().write(this, next);
            return Action.SCHEDULED;
        }

        /** One end says no more; the other may still have to. */
        @Override
        protected void onCompleteSuccess() {
            from.other.getEndPoint().shutdownOutput();
            if (from.getEndPoint().isOutputShutdown()) {
                from.close();
            }
        }

        @Override
        protected void onFailure(Throwable cause) {
            from.close();
            from.other.close();
        }
    }
}
