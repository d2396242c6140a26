package io.github.zweiklick.audit.harness;

import java.math.BigInteger;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority made at run time, gone with the process: a certificate for every name a client asks for. Its key
 * never leaves the memory.
 */
final class CertificateAuthority {

    private static final Duration VALIDITY = Duration.ofDays(30);
    private static final String NO_NAME = "localhost";

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final KeyPair authorityKey;
    private final KeyPair serverKey;
    private final X500Name issuer = new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.CN, "Zweiklick audit, this run only")
            .build();
    private final X509Certificate certificate;
    private final Map<String, X509Certificate> issued = new ConcurrentHashMap<>();

    CertificateAuthority(Clock clock) throws GeneralSecurityException {
        this.clock = clock;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        authorityKey = generator.generateKeyPair();
        serverKey = generator.generateKeyPair();
        try {
            certificate = sign(builder(issuer, authorityKey)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0)));
        } catch (CertIOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** Base64 of the SHA-256 of the authority's public key: what Chromium is told to trust. */
    String fingerprint() throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return Base64.getEncoder()
                .encodeToString(digest.digest(authorityKey.getPublic().getEncoded()));
    }

    SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {new ByServerName()}, new TrustManager[0], random);
        return context;
    }

    private X509Certificate issue(String host) {
        return issued.computeIfAbsent(host, name -> {
            try {
                X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                        .addRDN(BCStyle.CN, "Zweiklick audit server")
                        .build();
                return sign(builder(subject, serverKey)
                        .addExtension(
                                Extension.subjectAlternativeName,
                                false,
                                new GeneralNames(new GeneralName(GeneralName.dNSName, name))));
            } catch (GeneralSecurityException | CertIOException e) {
                throw new IllegalStateException("no certificate could be made for " + name, e);
            }
        });
    }

    private X509v3CertificateBuilder builder(X500Name subject, KeyPair key) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, random),
                Date.from(clock.instant().minus(Duration.ofDays(1))),
                Date.from(clock.instant().plus(VALIDITY)),
                subject,
                key.getPublic());
    }

    private X509Certificate sign(X509v3CertificateBuilder builder) throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(
                            new JcaContentSignerBuilder("SHA256withECDSA").build(authorityKey.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** The name in a client's hello; "localhost" where it says none. */
    static String serverName(@Nullable SSLSocket socket) {
        if (socket != null && socket.getHandshakeSession() instanceof ExtendedSSLSession session) {
            for (SNIServerName name : session.getRequestedServerNames()) {
                if (name instanceof SNIHostName host) {
                    return host.getAsciiName();
                }
            }
        }
        return NO_NAME;
    }

    /** Uses the server name itself as the alias of its key. */
    private final class ByServerName extends X509ExtendedKeyManager {

        @Override
        public @Nullable String chooseServerAlias(
                String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return keyType.equals("EC") ? serverName((SSLSocket) socket) : null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {issue(alias), certificate};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return serverKey.getPrivate();
        }

        @Override
        public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }

        @Override
        public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
            return null;
        }
    }
}
