package io.github.zweiklick.gateway;

import io.github.zweiklick.json.JsonObject;
import io.github.zweiklick.upstream.TrustedCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.eclipse.jetty.client.EarlyHintsProtocolHandler;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProcessingProtocolHandler;
import org.eclipse.jetty.client.UpgradeProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The connections to the server behind the gateway. What changes holds for the connections made from then on. */
final class UpstreamClient {
    /** Below the five seconds after which Apache closes by default: a request must not meet a connection just closing. */
    private static final Duration KEPT = Duration.ofSeconds(4);

    private final SslContextFactory.Client tls = new SslContextFactory.Client();
    private final HttpClient http;
    private volatile Optional<KeyStore> trusted = Optional.empty();
    private Optional<KeyStore> read = Optional.empty();

    UpstreamClient(Executor executor) {
        ClientConnector connector = new ClientConnector();
        connector.setSslContextFactory(tls);
        connector.setExecutor(executor);
        http = new HttpClient(new HttpClientTransportOverHTTP(connector));
        http.setExecutor(executor);
        http.setFollowRedirects(false);
        http.setHttpCookieStore(new HttpCookieStore.Empty());
        http.setUserAgentField(null);
        http.setIdleTimeout(KEPT.toMillis());
        // Answers with long headers (policies, many cookies) are no fault of a proxy's.
        http.setMaxResponseHeadersSize(64 << 10);
    }

    HttpClient http() {
        return http;
    }

    /** Starts it; what it would do for a browser (decode, follow, store) is left to the visitor's. */
    void start() throws Exception {
        http.start();
        http.getContentDecoderFactories().clear();
        http.getProtocolHandlers().clear();
        http.getProtocolHandlers().put(new UpgradeProtocolHandler());
        // Interim answers end here.
        http.getProtocolHandlers().put(new ProcessingProtocolHandler());
        http.getProtocolHandlers().put(new EarlyHintsProtocolHandler());
    }

    void stop() {
        LifeCycle.stop(http);
    }

    /** Reads what settings name. */
    void check(GatewaySettings settings, Optional<JsonObject> section) {
        read = settings.trust().map(file -> certificates(file, section.orElseThrow()));
    }

    /** Puts in force what was read. */
    void take(GatewaySettings settings) {
        http.setConnectTimeout(settings.connectTimeout().toMillis());
        http.setMaxConnectionsPerDestination(settings.connections());
        if (!same(trusted, read)) {
            try {
                tls.reload(factory -> factory.setTrustStore(read.orElse(null)));
                trusted = read;
            } catch (Exception refused) {
                throw new IllegalStateException("The certificates of \"trust\" cannot be put in force", refused);
            }
        }
    }

    private static boolean same(Optional<KeyStore> one, Optional<KeyStore> other) {
        return one.map(UpstreamClient::contents).equals(other.map(UpstreamClient::contents));
    }

    private static Set<Certificate> contents(KeyStore store) {
        try {
            Set<Certificate> all = new HashSet<>();
            for (String name : Collections.list(store.aliases())) {
                all.add(store.getCertificate(name));
            }
            return all;
        } catch (GeneralSecurityException unloaded) {
            throw new IllegalStateException(unloaded);
        }
    }

    private static KeyStore certificates(Path file, JsonObject section) {
        try {
            return TrustedCertificates.read(file);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw section.wrong(
                    "trust",
                    "this is no file of certificates in PEM form (" + unreadable.getMessage()
                            + "); nothing behind the gateway would be trusted");
        }
    }
}
