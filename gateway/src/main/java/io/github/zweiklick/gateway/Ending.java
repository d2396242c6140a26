package io.github.zweiklick.gateway;

import io.github.zweiklick.endpoint.Unavailable;
import io.github.zweiklick.servlet.UnavailablePage;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpRequestException;
import org.eclipse.jetty.client.Response;
import org.jspecify.annotations.Nullable;

/** What becomes of an exchange that has failed: nothing may make a part look like the whole, and nobody is blamed wrongly. */
record Ending(Exchange exchange, Throwable failure) {
    private static final System.Logger LOGGER = System.getLogger("io.github.zweiklick.gateway");

    /**
     * A kept connection may have been closed by the server just as the request went out: that says nothing of the server. Once,
     * and only where nothing came back.
     *
     * @param answer of which nothing may have come
     */
    boolean mayBeAskedAgain(@Nullable Response answer) {
        return !exchange.isSecond()
                && !exchange.hasBeenLeft()
                && (answer == null || answer.getStatus() == 0)
                && (failure instanceof EOFException || failure instanceof ClosedChannelException);
    }

    /** Whether the server wants no upload and has said so before it came. */
    boolean isRefusal(@Nullable Response answer) {
        return failure instanceof HttpRequestException
                && answer != null
                && answer.getStatus() >= HttpServletResponse.SC_OK;
    }

    /** Jetty's client keeps what the server said beyond the status to itself. */
    static void refuseUpload(HttpServletResponse response, Response answer) {
        response.setStatus(answer.getStatus());
        response.setContentLength(0);
        // What the visitor sends meanwhile is no further request.
        response.setHeader("Connection", "close");
    }

    /** By a page where nothing has gone out, else by an aborted connection. */
    void tell(HttpServletRequest request, HttpServletResponse response) {
        try {
            if (response.isCommitted()) {
                abort(response);
            } else if (exchange.hasBeenLeft()) {
                response.setHeader("Connection", "close");
                response.sendError(HttpServletResponse.SC_REQUEST_TIMEOUT);
            } else {
                UnavailablePage.send(isLate() ? Unavailable.LATE : Unavailable.UNREACHABLE, request, response);
            }
        } catch (IOException | IllegalStateException gone) {
            LOGGER.log(System.Logger.Level.DEBUG, "The visitor has gone", gone);
        }
    }

    private boolean isLate() {
        return failure instanceof TimeoutException || failure instanceof SocketTimeoutException;
    }

    /** The container's own response knows how; wrappers would refuse. */
    private static void abort(HttpServletResponse response) throws IOException {
        ServletResponse inner = response;
        while (inner instanceof ServletResponseWrapper wrapper) {
            inner = wrapper.getResponse();
        }
        ((HttpServletResponse) inner).sendError(-1);
    }
}
