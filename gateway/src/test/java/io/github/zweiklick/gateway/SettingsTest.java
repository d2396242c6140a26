package io.github.zweiklick.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file says what the gateway does, also while it runs. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class SettingsTest {
    private static final Duration REREAD = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private StubSite one;
    private StubSite two;

    @BeforeEach
    void start() throws Exception {
        one = new StubSite();
        one.at("/", "text/plain", "one".getBytes(StandardCharsets.UTF_8));
        two = new StubSite();
        two.at("/", "text/plain", "two".getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() throws Exception {
        one.close();
        two.close();
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("zweiklick.json"), json);
    }

    private static String to(StubSite site) {
        return "{\"gateway\": {\"upstream\": \"" + site.origin() + "\"}}";
    }

    @Test
    void anotherServerIsAskedAndNoConnectionIsDropped() throws Exception {
        CountDownLatch changed = new CountDownLatch(1);
        one.at("/lang.zip", (request, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: 8\r\n\r\nhalf");
            changed.await();
            wire.send("half");
        });
        Path file = write(to(one));
        try (Running gateway = Running.with(file)) {
            HttpResponse<InputStream> download = gateway.client()
                    .send(gateway.request("/lang.zip").build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = download.body()) {
                assertThat(in.readNBytes(4)).hasSize(4);
                assertThat(gateway.get("/").body()).isEqualTo("one");
                write(to(two));
                assertThat(becomes(gateway, "two")).isTrue();
                changed.countDown();
                assertThat(in.readAllBytes()).hasSize(4);
            }
            write("{\"gateway\": {\"upstream\": \"http://127.0.0.1:1/path\"}}");
            TimeUnit.SECONDS.sleep(4);
            assertThat(gateway.get("/").body()).isEqualTo("two");
            write(to(one));
            assertThat(becomes(gateway, "one")).isTrue();
        }
    }

    private static boolean becomes(Running gateway, String body) throws Exception {
        Instant end = Instant.now().plus(REREAD);
        while (Instant.now().isBefore(end)) {
            if (gateway.get("/").body().equals(body)) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"gateway\": {\"upstrean\": \"http://a\"}} | did you mean \"upstream\"",
                "{\"gateway\": {\"upstream\": \"127.0.0.1:8081\"}} | scheme, host and port only",
                "{\"gateway\": {\"timeout\": \"60\"}} | write a time such as",
                "{\"gateway\": {\"host\": \"mine\"}} | Valid: visitor, upstream",
                "{\"gateway\": {\"trust\": \"/nowhere.pem\"}} | there is no such file",
                "{\"gatewey\": {}} | did you mean \"gateway\""
            })
    void whatIsWrongIsSaidBeforeAnythingIsServed(String json, String said) throws Exception {
        Path file = write(json);
        assertThatThrownBy(() -> Running.with(file).close())
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining(said)
                .hasMessageContaining("zweiklick.json:1");
    }

    @Test
    void aFileWithoutCertificatesIsRefused() throws Exception {
        Path trust = Files.writeString(folder.resolve("ca.pem"), "nothing");
        Path file = write("{\"gateway\": {\"trust\": \"" + trust + "\"}}");
        assertThatThrownBy(() -> Running.with(file).close())
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("certificate");
    }

    /** The gateway's own, or the runtime's: not both. */
    @Test
    void aServerWithACertificateOfItsOwnIsTrustedWhereTheFileSaysSo() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        KeyPair pair = keys.generateKeyPair();
        X509Certificate certificate = certificate(pair);
        try (StubSite secure = new StubSite(context(pair, certificate)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress()))) {
            secure.at("/", "text/plain", "secure".getBytes(StandardCharsets.UTF_8));
            String upstream = "\"upstream\": \"https://localhost:" + secure.port() + "\"";
            Path file = write("{\"gateway\": {" + upstream + "}}");
            try (Running gateway = Running.with(file)) {
                assertThat(gateway.get("/").statusCode()).isEqualTo(502);
                String pem = "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n";
                Path trust = Files.writeString(folder.resolve("ca.pem"), pem);
                write("{\"gateway\": {" + upstream + ", \"trust\": \"" + trust + "\"}}");
                assertThat(becomes(gateway, "secure")).isTrue();
            }
        }
    }

    private static X509Certificate certificate(KeyPair pair) throws Exception {
        X500Name name = new X500Name("CN=localhost");
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                name,
                pair.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }

    private static SSLContext context(KeyPair pair, X509Certificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("site", pair.getPrivate(), new char[0], new Certificate[] {certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
