package io.github.zweiklick.audit.report;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

/** A public Ed25519 key (RFC 8032), with which signatures are checked. */
public final class VerifyingKey {
    private final PublicKey key;

    private VerifyingKey(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads a key as {@code openssl pkey -pubout} writes it.
     *
     * @throws IOException when it cannot be read or is none; the message says why
     */
    public static VerifyingKey read(Path pem) throws IOException {
        try {
            return of(Pem.read(pem, "PUBLIC KEY"));
        } catch (GeneralSecurityException noKey) {
            throw new IOException(pem + " holds no Ed25519 public key");
        }
    }

    /** @param encoded SubjectPublicKeyInfo (RFC 8410) */
    static VerifyingKey of(byte[] encoded) throws GeneralSecurityException {
        return new VerifyingKey(
                KeyFactory.getInstance(SigningKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
    }

    /** SHA-256 of the key as SubjectPublicKeyInfo, in hexadecimal: {@code openssl pkey -pubin -outform DER | sha256sum}. */
    public String fingerprint() {
        return Sha256.of(key.getEncoded());
    }

    /** SubjectPublicKeyInfo. */
    byte[] encoded() {
        return key.getEncoded();
    }

    boolean verifies(byte[] content, byte[] signature) {
        try {
            Signature check = Signature.getInstance(SigningKey.ALGORITHM);
            check.initVerify(key);
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    @Override
    public String toString() {
        return fingerprint();
    }
}
