package io.github.zweiklick.gateway;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * One request to the server behind, with what must be known of it until its answer has gone out. It keeps the settings it began
 * with.
 */
final class Exchange {
    private static final String ATTRIBUTE = Exchange.class.getName();

    private final GatewaySettings settings;
    private final Headers headers;
    private final Stall sending;
    private final Stall receiving;
    private final boolean second;
    private volatile boolean answered;
    private volatile boolean left;

    private Exchange(GatewaySettings settings, Headers headers, Stall sending, Stall receiving, boolean second) {
        this.settings = settings;
        this.headers = headers;
        this.sending = sending;
        this.receiving = receiving;
        this.second = second;
    }

    /** @param asked the request to the server, not yet sent */
    static Exchange begin(
            ServletRequest request, GatewaySettings settings, Headers headers, Request asked, Scheduler scheduler) {
        Duration time = settings.timeout();
        Exchange exchange = new Exchange(
                settings,
                headers,
                new Stall(scheduler, asked, time, "The server has taken no more of the request"),
                new Stall(scheduler, asked, time, "The server has sent nothing"),
                of(request).isPresent());
        request.setAttribute(ATTRIBUTE, exchange);
        asked.onRequestSuccess(sent -> exchange.isSent());
        return exchange;
    }

    static Optional<Exchange> of(ServletRequest request) {
        return Optional.ofNullable((Exchange) request.getAttribute(ATTRIBUTE));
    }

    static Exchange present(ServletRequest request) {
        return of(request).orElseThrow(() -> new IllegalStateException("No exchange has begun"));
    }

    GatewaySettings settings() {
        return settings;
    }

    Headers headers() {
        return headers;
    }

    /** While the server takes the request, or a part of it. */
    Stall sending() {
        return sending;
    }

    /** While the answer, or its next part, is to come. */
    Stall receiving() {
        return receiving;
    }

    private void isSent() {
        sending.cancel();
        if (!answered) {
            receiving.begin();
        }
    }

    void isAnswered() {
        answered = true;
        sending.cancel();
        receiving.begin();
    }

    /** A part of the answer on its way to the visitor. */
    Callback taking(Callback callback) {
        return new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                // Before the next part is asked for, which may come at once.
                receiving.begin();
                super.succeeded();
            }

            @Override
            public void failed(Throwable notTaken) {
                isLeft();
                super.failed(notTaken);
            }
        };
    }

    void end() {
        sending.destroy();
        receiving.destroy();
    }

    /** The visitor has gone, or takes or sends nothing any more: what fails then is no fault of the server's. */
    void isLeft() {
        left = true;
    }

    boolean hasBeenLeft() {
        return left;
    }

    /** Whether it has been tried before. */
    boolean isSecond() {
        return second;
    }
}
