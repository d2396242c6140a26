package io.github.zweiklick.upstream;

import io.github.zweiklick.upstream.OutboundSettings.Proxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * One of the two clients behind {@link Outbound}: no cookies, no redirects of its own, bounded heads, the proxy and the trust
 * that are configured.
 */
record Client(CloseableHttpClient http, PoolingHttpClientConnectionManager connections) {
    private static final int LONGEST_HEADER_LINE = 16 << 10;
    private static final int MOST_HEADERS = 100;
    /** Not reached: each upstream is bounded by its own threads, and one that hangs is not to use up those of others. */
    private static final int MOST_CONNECTIONS = 10_000;
    /** Most servers close what is idle for longer. */
    static final TimeValue IDLE = TimeValue.ofSeconds(30);

    /** A request is sent once more where a connection kept open turns out to be closed: no byte of an answer came. */
    private static final class OnceMore implements HttpRequestRetryStrategy {
        @Override
        public boolean retryRequest(HttpRequest request, IOException failure, int count, HttpContext context) {
            return failure instanceof NoHttpResponseException
                    && count == 1
                    && Method.GET.isSame(request.getMethod())
                    && !(request instanceof CancellableDependency sent && sent.isCancelled());
        }

        @Override
        public boolean retryRequest(HttpResponse response, int count, HttpContext context) {
            return false;
        }

        @Override
        public TimeValue getRetryInterval(HttpResponse response, int count, HttpContext context) {
            return TimeValue.ZERO_MILLISECONDS;
        }
    }

    /** @throws UncheckedIOException where the certificates cannot be read */
    static Client open(OutboundSettings settings, String userAgent, DnsResolver resolver) {
        PoolingHttpClientConnectionManagerBuilder builder = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                // A server may hang up as soon as it has answered; nothing is asked twice, so each connection is looked
                // at.
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_HEADER_LINE)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build());
        settings.trust().ifPresent(file -> builder.setTlsSocketStrategy(new DefaultClientTlsStrategy(trusting(file))));
        PoolingHttpClientConnectionManager connections = builder.build();
        HttpClientBuilder client = HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setUserAgent(userAgent)
                .setRetryStrategy(new OnceMore())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching();
        settings.proxy().ifPresent(proxy -> through(proxy, client));
        return new Client(client.build(), connections);
    }

    /** Else those of hosts that nobody asks for again would stay half closed. */
    void closeIdle() {
        connections.closeIdle(IDLE);
    }

    void close() {
        http.close(CloseMode.IMMEDIATE);
    }

    private static void through(Proxy proxy, HttpClientBuilder client) {
        client.setRoutePlanner(new DefaultProxyRoutePlanner(new HttpHost(proxy.host(), proxy.port())) {
            @Override
            protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) throws HttpException {
                // What the operator has put in the house, by its address or as this machine, is no way out of it.
                return PublicAddresses.mayBePublic(target.getHostName()) ? super.determineProxy(target, context) : null;
            }
        });
        if (proxy.user().isPresent() && proxy.password().isPresent()) {
            AuthScope itself = new AuthScope(proxy.host(), proxy.port());
            String user = proxy.user().get();
            Secret password = proxy.password().get();
            client.setDefaultCredentialsProvider((who, context) -> who.match(itself) >= 0
                    ? new UsernamePasswordCredentials(user, password.reveal().toCharArray())
                    : null);
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
}
