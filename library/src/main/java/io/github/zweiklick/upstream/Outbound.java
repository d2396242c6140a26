package io.github.zweiklick.upstream;

import io.github.zweiklick.upstream.OutboundSettings.Proxy;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * The one HTTP client. Every exchange is bounded in time and bytes; addresses are checked at each redirect, and what a name
 * resolves to is checked and then connected to. Nothing is sent but what the {@link Ask} holds and an honest User-Agent.
 * Thread-safe.
 */
public final class Outbound implements AutoCloseable {
    private static final int MOST_REDIRECTS = 3;
    private static final int LONGEST_HEADER_LINE = 16 << 10;
    private static final int MOST_HEADERS = 100;
    private static final int MOST_CONNECTIONS = 50;

    private final CloseableHttpClient publicHosts;
    private final CloseableHttpClient anyHosts;
    private final ScheduledThreadPoolExecutor clock;
    private final boolean proxied;

    /**
     * A client.
     *
     * @param userAgent who asks, the same in every request
     * @param resolver of names; the system's outside tests
     * @throws UncheckedIOException where the certificates cannot be read
     */
    Outbound(OutboundSettings settings, String userAgent, DnsResolver resolver) {
        this.proxied = settings.proxy().isPresent();
        this.publicHosts = client(settings, userAgent, proxied ? resolver : new PublicResolver(resolver));
        this.anyHosts = client(settings, userAgent, resolver);
        this.clock = new ScheduledThreadPoolExecutor(1, Threads.named("zweiklick-upstream-clock"));
        clock.setRemoveOnCancelPolicy(true);
    }

    /** A client that resolves names as the system does. */
    public static Outbound of(OutboundSettings settings, String userAgent) {
        return new Outbound(settings, userAgent, SystemDefaultDnsResolver.INSTANCE);
    }

    private static CloseableHttpClient client(OutboundSettings settings, String userAgent, DnsResolver resolver) {
        PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_HEADER_LINE)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build());
        settings.trust()
                .ifPresent(file -> connections.setTlsSocketStrategy(new DefaultClientTlsStrategy(trusting(file))));
        HttpClientBuilder client = HttpClientBuilder.create()
                .setConnectionManager(connections.build())
                .setUserAgent(userAgent)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching();
        settings.proxy().ifPresent(proxy -> through(proxy, client));
        return client.build();
    }

    private static void through(Proxy proxy, HttpClientBuilder client) {
        client.setProxy(new HttpHost(proxy.host(), proxy.port()));
        if (proxy.user().isPresent() && proxy.password().isPresent()) {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(proxy.host(), proxy.port()),
                    new UsernamePasswordCredentials(
                            proxy.user().get(), proxy.password().get().reveal().toCharArray()));
            client.setDefaultCredentialsProvider(credentials);
        }
    }

    private static SSLContext trusting(Path file) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(TrustedCertificates.read(file));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
        }
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
            check(next.address(), reach, hop > 0);
            Answer answer = once(next, reach, limits, Duration.ofNanos(end - System.nanoTime()));
            Optional<Ask> redirected = redirected(next, answer);
            if (redirected.isEmpty()) {
                return answer;
            }
            next = redirected.get();
        }
        throw new UpstreamException(Fault.Kind.BROKEN, "it redirects in a circle");
    }

    private static void check(WebUrl address, Reach reach, boolean redirected) throws UpstreamException {
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
        // The socket's limit is between two reads: an answer that comes byte by byte is ended by this one.
        ScheduledFuture<?> ending = clock.schedule(request::cancel, Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
        CloseableHttpClient client = reach.mayBePrivate() ? anyHosts : publicHosts;
        // Closed without reading on: what is not wanted is not waited for either.
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            return new Answer(response.getCode(), headers(response), body(response.getEntity(), limits.bytes()));
        } catch (IOException failure) {
            throw new UpstreamException(ExchangeFailures.fault(failure, request.isCancelled()));
        } finally {
            ending.cancel(false);
        }
    }

    private static HttpUriRequestBase request(Ask ask, Limits limits) {
        HttpUriRequestBase request =
                new HttpUriRequestBase(ask.form().isPresent() ? "POST" : "GET", URI.create(target(ask.address())));
        ask.form()
                .ifPresent(form -> request.setEntity(new StringEntity(
                        form, ContentType.APPLICATION_FORM_URLENCODED.withCharset(StandardCharsets.UTF_8))));
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        ask.headers().forEach(request::setHeader);
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(limits.total()))
                .setResponseTimeout(Timeout.of(limits.read()))
                .build());
        return request;
    }

    /** As browsers write it; the JDK's reader of addresses takes fewer characters as they are. */
    private static String target(WebUrl address) {
        String path = address.path() + address.query().map(query -> "?" + query).orElse("");
        StringBuilder strict = new StringBuilder(address.origin());
        path.chars().forEach(c -> {
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
        publicHosts.close(CloseMode.IMMEDIATE);
        anyHosts.close(CloseMode.IMMEDIATE);
    }
}
