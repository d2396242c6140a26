package io.github.zweiklick.upstream;

import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * The one HTTP client. Every exchange is bounded in bytes and in time, but for what the system takes to resolve a name; addresses are checked at each redirect, and what a name
 * resolves to is checked and then connected to. Nothing is sent but what the {@link Ask} holds and an honest User-Agent.
 * Thread-safe.
 */
public final class Outbound implements AutoCloseable {
    private static final int MOST_REDIRECTS = 3;
    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final Client publicHosts;
    private final Client anyHosts;
    private final ScheduledThreadPoolExecutor clock;
    private final AtomicBoolean sweeping = new AtomicBoolean();

    /**
     * A client.
     *
     * @param userAgent who asks, the same in every request
     * @param resolver of names; the system's outside tests
     * @throws UncheckedIOException where the certificates cannot be read
     */
    Outbound(OutboundSettings settings, String userAgent, DnsResolver resolver) {
        this.clock = new ScheduledThreadPoolExecutor(1, Threads.named("zweiklick-upstream-clock"));
        clock.setRemoveOnCancelPolicy(true);
        boolean proxied = settings.proxy().isPresent();
        DnsResolver few = new FewAddresses(resolver);
        this.publicHosts =
                Client.open(settings, userAgent, proxied ? few : new FewAddresses(new PublicResolver(resolver)));
        this.anyHosts = Client.open(settings, userAgent, few);
    }

    /** A client that resolves names as the system does. */
    public static Outbound of(OutboundSettings settings, String userAgent) {
        return new Outbound(settings, userAgent, SystemDefaultDnsResolver.INSTANCE);
    }

    /**
     * Asks, and follows redirects as far as the reach goes.
     *
     * @return whatever the upstream answers, errors included
     * @throws UpstreamException where there is no whole answer within the limits
     */
    public Answer exchange(Ask ask, Reach reach, Limits limits) throws UpstreamException {
        long end = System.nanoTime() + limits.total().toNanos();
        Ask next = ask;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            check(next, reach, hop > 0);
            Answer answer = once(next, reach, limits, Duration.ofNanos(end - System.nanoTime()));
            Optional<Ask> redirected = redirected(next, answer);
            if (redirected.isEmpty()) {
                return answer;
            }
            if (redirected.get().form().isPresent()
                    && !redirected
                            .get()
                            .address()
                            .origin()
                            .equals(next.address().origin())) {
                throw new UpstreamException(
                        Fault.Kind.FORBIDDEN_ADDRESS, "it redirects what is sent, which may be a secret, elsewhere");
            }
            next = redirected.get();
        }
        throw new UpstreamException(Fault.Kind.BROKEN, "it redirects in a circle");
    }

    private static void check(Ask ask, Reach reach, boolean redirected) throws UpstreamException {
        WebUrl address = ask.address();
        if (!reach.permits(address)) {
            throw new UpstreamException(
                    Fault.Kind.FORBIDDEN_ADDRESS,
                    redirected
                            ? "it redirects to where it may not lead: " + shown(address)
                            : "its address may not be asked: " + shown(address));
        }
    }

    private static String shown(WebUrl address) {
        return address.host().isEmpty() ? address.scheme() + ":" : address.origin();
    }

    private static Optional<Ask> redirected(Ask ask, Answer answer) {
        boolean keepsMethod = answer.status() == 307 || answer.status() == 308;
        if (!keepsMethod && answer.status() != 301 && answer.status() != 302 && answer.status() != 303) {
            return Optional.empty();
        }
        return answer.header("location")
                .flatMap(location -> WebUrl.parse(location, ask.address()))
                .map(target -> new Ask(
                        target,
                        target.origin().equals(ask.address().origin()) ? ask.headers() : Map.of(),
                        keepsMethod ? ask.form() : Optional.empty()));
    }

    private Answer once(Ask ask, Reach reach, Limits limits, Duration left) throws UpstreamException {
        HttpUriRequestBase request = request(ask, limits);
        ScheduledFuture<?> ending = endingAfter(left, request);
        Client client = reach.mayBePrivate(ask.address()) ? anyHosts : publicHosts;
        // Closed without reading on: what is not wanted is not waited for either.
        HttpClientContext context = HttpClientContext.create();
        try (ClassicHttpResponse response = client.http().executeOpen(null, request, context)) {
            // What a proxy answers that makes no tunnel is none of the network's.
            if (ask.address().scheme().equals("https") && context.getSSLSession() == null) {
                throw new UpstreamException(Fault.Kind.UNREACHABLE, "the outbound proxy makes no connection to it");
            }
            return new Answer(response.getCode(), headers(response), body(response.getEntity(), limits.bytes()));
        } catch (IOException failure) {
            throw new UpstreamException(ExchangeFailures.fault(failure, request.isCancelled()));
        } catch (IllegalStateException closed) {
            throw ended();
        } finally {
            ending.cancel(false);
        }
    }

    /** The socket's limit is between two reads: an answer that comes byte by byte is ended by this one. */
    private ScheduledFuture<?> endingAfter(Duration left, HttpUriRequestBase request) throws UpstreamException {
        try {
            if (sweeping.compareAndSet(false, true)) {
                ScheduledFuture<?> unused = clock.scheduleWithFixedDelay(
                        this::closeIdle, Client.IDLE.toSeconds(), Client.IDLE.toSeconds(), TimeUnit.SECONDS);
            }
            return clock.schedule(request::cancel, Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            throw ended();
        }
    }

    private void closeIdle() {
        publicHosts.closeIdle();
        anyHosts.closeIdle();
    }

    private static UpstreamException ended() {
        return new UpstreamException(Fault.Kind.BROKEN, "the exchange was ended");
    }

    private static HttpUriRequestBase request(Ask ask, Limits limits) throws UpstreamException {
        HttpUriRequestBase request =
                new HttpUriRequestBase(ask.form().isPresent() ? "POST" : "GET", uri(ask.address()));
        ask.form()
                .ifPresent(form -> request.setEntity(new StringEntity(
                        form, ContentType.APPLICATION_FORM_URLENCODED.withCharset(StandardCharsets.UTF_8))));
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        ask.headers().forEach(request::setHeader);
        request.setConfig(config(limits));
        return request;
    }

    /** The client would have one limit of connecting for all; that of a request is deprecated, but heeded. */
    @SuppressWarnings("deprecation")
    private static RequestConfig config(Limits limits) {
        return RequestConfig.custom()
                .setConnectTimeout(Timeout.of(limits.connect()))
                .setConnectionRequestTimeout(Timeout.of(limits.total()))
                .setResponseTimeout(Timeout.of(limits.read()))
                // Else it offers TLS/1.2 in two headers of every request without TLS.
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static URI uri(WebUrl address) throws UpstreamException {
        try {
            return new URI(target(address));
        } catch (URISyntaxException odd) {
            throw new UpstreamException(Fault.Kind.FORBIDDEN_ADDRESS, "its name is none that can be asked");
        }
    }

    /** As browsers write it; the JDK's reader of addresses takes fewer characters as they are. */
    private static String target(WebUrl address) {
        String path = address.path() + address.query().map(query -> "?" + query).orElse("");
        StringBuilder strict = new StringBuilder(address.origin());
        STRAY_PERCENT.matcher(path).replaceAll("%25").chars().forEach(c -> {
            if ("\"<>[\\]^`{|}".indexOf(c) >= 0) {
                strict.append(String.format(Locale.ROOT, "%%%02X", c));
            } else {
                strict.append((char) c);
            }
        });
        return strict.toString();
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(
                    header.getName().toLowerCase(Locale.ROOT),
                    Optional.ofNullable(header.getValue()).orElse(""));
        }
        return headers;
    }

    private static byte[] body(HttpEntity entity, int most) throws IOException, UpstreamException {
        if (entity == null) {
            return new byte[0];
        }
        InputStream content = entity.getContent();
        byte[] body = content.readNBytes(most + 1);
        if (body.length > most) {
            throw new UpstreamException(Fault.Kind.TOO_LARGE, "its answer is longer than " + most + " bytes");
        }
        return body;
    }

    /** Ends all exchanges at once; those under way fail. */
    @Override
    public void close() {
        clock.shutdownNow();
        publicHosts.close();
        anyHosts.close();
    }
}
