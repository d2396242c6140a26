package io.github.zweiklick.gateway;

import io.github.zweiklick.endpoint.Unavailable;
import io.github.zweiklick.gateway.GatewaySettings.HostHeader;
import io.github.zweiklick.servlet.UnavailablePage;
import io.github.zweiklick.servlet.Visitor;
import io.github.zweiklick.servlet.ZweiklickAdmin;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.client.AsyncRequestContent;
import org.eclipse.jetty.client.ContinueProtocolHandler;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.ee10.proxy.AsyncProxyServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;

/** Asks the server behind the gateway what the visitor asks, and gives its answer, neither ever held as a whole. */
final class Relay extends AsyncProxyServlet {
    private static final long serialVersionUID = 1L;
    /** Methods that may be asked twice (RFC 9110, section 9.2.2), and have no body here. */
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Those a request began with hold for all of it. */
    private static final String SETTINGS = GatewaySettings.class.getName();

    private final transient Supplier<GatewaySettings> settings;
    private final transient UpstreamClient client;
    private final transient UpstreamState state;
    private final transient ZweiklickAdmin admin = new ZweiklickAdmin();
    /** Of this process alone: a request that comes with it has been here before. */
    private final String via;

    Relay(Supplier<GatewaySettings> settings, UpstreamClient client, UpstreamState state, RandomGenerator random) {
        this.settings = settings;
        this.client = client;
        this.state = state;
        byte[] name = new byte[4];
        random.nextBytes(name);
        this.via = "zweiklick-" + HexFormat.of().formatHex(name);
    }

    @Override
    protected HttpClient createHttpClient() {
        client.http().getProtocolHandlers().put(new ContinueProtocolHandler() {
            @Override
            protected Runnable onContinue(Request asked) {
                return Relay.this.onContinue(
                        (HttpServletRequest) asked.getAttributes().get(CLIENT_REQUEST_ATTRIBUTE), asked);
            }
        });
        return client.http();
    }

    /** The client is stopped by whom it was started. */
    @Override
    public void destroy() {}

    @Override
    public String getViaHost() {
        return via;
    }

    /** None of an exchange as a whole: see {@link Stall}. */
    @Override
    public long getTimeout() {
        return 0;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        GatewaySettings current = settings.get();
        request.setAttribute(SETTINGS, current);
        if (request.getRequestURI().startsWith(current.base() + "/admin/")) {
            admin.service(request, (ServletResponse) response);
        } else if (current.upstream().isEmpty()) {
            UnavailablePage.send(Unavailable.UNKNOWN, request, response);
        } else if (hasBeenHere(request)) {
            state.failed(current.upstream().get(), request.getRequestURI(), "the gateway asks itself");
            UnavailablePage.send(Unavailable.UNREACHABLE, request, response);
        } else if (Visitor.of(request).isEmpty()) {
            // Whom nobody protects here, and who names no host.
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (request.getMethod().equals("CONNECT")) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            super.service(request, response);
        }
    }

    private boolean hasBeenHere(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Via"))
                .filter(value -> value.contains(via))
                .isPresent();
    }

    @Override
    protected String rewriteTarget(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    @Override
    protected Request newProxyRequest(HttpServletRequest request, String target) {
        GatewaySettings current = (GatewaySettings) request.getAttribute(SETTINGS);
        Upstream upstream = current.upstream().orElseThrow();
        Request asked = new TargetRequest(client.http(), upstream, target);
        // A slow visitor's exchange is not idle because nothing is read for a while.
        asked.method(request.getMethod())
                .idleTimeout(0, TimeUnit.MILLISECONDS)
                .attribute(CLIENT_REQUEST_ATTRIBUTE, request);
        Headers headers =
                new Headers(upstream, current.host(), Visitor.of(request).orElseThrow());
        Exchange.begin(request, current, headers, asked, client.http().getScheduler());
        return asked;
    }

    private static boolean isWebSocket(HttpServletRequest request) {
        return request.getProtocol().equals(HttpVersion.HTTP_1_1.asString())
                && request.getMethod().equals("GET")
                && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    @Override
    protected boolean hasContent(HttpServletRequest request) {
        boolean framed = request.getContentLengthLong() >= 0;
        boolean streamed = request.getHeader("Transfer-Encoding") != null
                || (request.getProtocol().startsWith("HTTP/2") && !REPEATABLE.contains(request.getMethod()));
        return framed ? request.getContentLengthLong() > 0 : streamed;
    }

    @Override
    protected void copyRequestHeaders(HttpServletRequest request, Request asked) {
        super.copyRequestHeaders(request, asked);
        if (Exchange.present(request).settings().host() == HostHeader.VISITOR) {
            Optional.ofNullable(request.getHeader("Host"))
                    .ifPresent(host -> asked.headers(headers -> headers.put(HttpHeader.HOST, host)));
        }
        if (isWebSocket(request)) {
            asked.headers(headers -> headers.put(HttpHeader.UPGRADE, request.getHeader("Upgrade"))
                    .put(HttpHeader.CONNECTION, "Upgrade"));
        }
    }

    @Override
    protected void addForwardedHeader(HttpServletRequest request, Request asked) {
        Headers headers = Exchange.present(request).headers();
        asked.headers(fields -> headers.tell(request, fields));
    }

    @Override
    protected void sendProxyRequest(HttpServletRequest request, HttpServletResponse response, Request asked) {
        Exchange.present(request).sending().begin();
        if (isWebSocket(request)) {
            new Upgrade((answer, server) -> upgrade(request, response, answer, server)).of(asked);
        }
        super.sendProxyRequest(request, response, asked);
    }

    private void upgrade(HttpServletRequest request, HttpServletResponse response, Response answer, EndPoint server) {
        response.setStatus(answer.getStatus());
        onServerResponseHeaders(request, response, answer);
        response.setHeader("Upgrade", answer.getHeaders().get(HttpHeader.UPGRADE));
        response.setHeader("Connection", "Upgrade");
        Exchange.present(request).end();
        ServletContextRequest core = ServletContextRequest.getServletContextRequest(request);
        Tunnel tunnel = new Tunnel(
                server,
                core.getConnectionMetaData().getConnection().getEndPoint(),
                client.http().getExecutor());
        core.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, tunnel.visitor());
        request.getAsyncContext().complete();
    }

    @Override
    protected ReadListener newReadListener(
            HttpServletRequest request, HttpServletResponse response, Request asked, AsyncRequestContent content) {
        Stall sending = Exchange.present(request).sending();
        // Until the visitor sends something there is nothing the server could take.
        sending.cancel();
        return new StreamReader(request, response, asked, content) {
            @Override
            protected void onRequestContent(
                    HttpServletRequest from,
                    Request to,
                    AsyncRequestContent body,
                    byte[] bytes,
                    int offset,
                    int length,
                    Callback callback) {
                sending.begin();
                Callback taken = Callback.from(sending::cancel, callback);
                super.onRequestContent(from, to, body, bytes, offset, length, taken);
            }
        };
    }

    @Override
    protected void onClientRequestFailure(
            HttpServletRequest request, Request asked, HttpServletResponse response, Throwable failure) {
        Exchange.present(request).isLeft();
        super.onClientRequestFailure(request, asked, response, failure);
    }

    @Override
    protected void onServerResponseHeaders(HttpServletRequest request, HttpServletResponse response, Response answer) {
        Exchange exchange = Exchange.present(request);
        exchange.isAnswered();
        state.answered();
        // Not the base class's: it takes values apart at commas and spaces, and puts them together otherwise.
        exchange.headers().answer(answer.getHeaders(), HOP_HEADERS, response);
    }

    @Override
    protected void onResponseContent(
            HttpServletRequest request,
            HttpServletResponse response,
            Response answer,
            byte[] bytes,
            int offset,
            int length,
            Callback callback) {
        Exchange exchange = Exchange.present(request);
        exchange.receiving().cancel();
        if (!Visitor.takesMore(response) && Enough.isWorthIt(answer)) {
            callback.failed(new Enough());
        } else {
            super.onResponseContent(request, response, answer, bytes, offset, length, exchange.taking(callback));
        }
    }

    @Override
    protected StreamWriter newWriteListener(HttpServletRequest request, Response answer) {
        return new StreamWriter(request, answer) {
            @Override
            public void onError(Throwable gone) {
                Exchange.present(request).isLeft();
                super.onError(gone);
            }
        };
    }

    @Override
    protected void onProxyResponseSuccess(HttpServletRequest request, HttpServletResponse response, Response answer) {
        Exchange.present(request).end();
        super.onProxyResponseSuccess(request, response, answer);
    }

    @Override
    protected void onProxyResponseFailure(
            HttpServletRequest request, HttpServletResponse response, Response answer, Throwable failure) {
        Exchange exchange = Exchange.present(request);
        exchange.end();
        if (failure instanceof Enough) {
            super.onProxyResponseSuccess(request, response, answer);
            return;
        }
        Ending ending = new Ending(exchange, failure);
        if (ending.mayBeAskedAgain(answer) && REPEATABLE.contains(request.getMethod()) && !hasContent(request)) {
            askAgain(request, response);
            return;
        }
        if (ending.isRefusal(answer) && expects100Continue(request)) {
            Ending.refuseUpload(response, answer);
        } else {
            // Before the visitor is told: telling may end the connection, and what they ask next may be answered first.
            if (!exchange.hasBeenLeft()) {
                state.failed(exchange.headers().upstream(), request.getRequestURI(), failure);
            }
            ending.tell(request, response);
        }
        request.getAsyncContext().complete();
    }

    private void askAgain(HttpServletRequest request, HttpServletResponse response) {
        Request asked = newProxyRequest(request, rewriteTarget(request));
        copyRequestHeaders(request, asked);
        addProxyHeaders(request, asked);
        sendProxyRequest(request, response, asked);
    }
}
