package io.github.zweiklick.audit.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** A private Ed25519 key (RFC 8032), which signs manifests. Never logged, and written by {@link #write} only. */
public final class SigningKey {
    static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;
    private final VerifyingKey verifying;

    private SigningKey(PrivateKey key, VerifyingKey verifying) {
        this.key = key;
        this.verifying = verifying;
    }

    /** A new key. */
    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(
                    pair.getPrivate(), VerifyingKey.of(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException everyJavaFrom15HasIt) {
            throw new AssertionError(everyJavaFrom15HasIt);
        }
    }

    /**
     * Reads a key as {@code openssl genpkey -algorithm ed25519} writes it: PEM, PKCS #8, without a password.
     *
     * @throws IOException when it cannot be read or is none; the message says why and quotes nothing of the file
     */
    public static SigningKey read(Path pem) throws IOException {
        byte[] encoded = Pem.read(pem, "PRIVATE KEY");
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new SigningKey(key, verifying(key));
        } catch (GeneralSecurityException noKey) {
            throw new IOException(pem + " holds no Ed25519 private key");
        }
    }

    /** Java 17 does not derive the one from the other. */
    private static VerifyingKey verifying(PrivateKey key) throws GeneralSecurityException, IOException {
        byte[] seed =
                ((EdECPrivateKey) key).getBytes().orElseThrow(() -> new IOException("the key does not tell itself"));
        return VerifyingKey.of(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                        new Ed25519PrivateKeyParameters(seed).generatePublicKey())
                .getEncoded());
    }

    public VerifyingKey verifying() {
        return verifying;
    }

    byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException ownKey) {
            throw new AssertionError("a key that was read can sign", ownKey);
        }
    }

    /**
     * Writes both parts as PEM, the private one readable by its owner only where the file system knows owners.
     *
     * @throws FileAlreadyExistsException where one of the files is there: a key that was lost signs nothing more
     */
    public void write(Path privateKey, Path publicKey) throws IOException {
        Set<OpenOption> anew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean owners =
                privateKey.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] secret = owners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        if (Files.exists(publicKey)) {
            throw new FileAlreadyExistsException(publicKey.toString());
        }
        try (SeekableByteChannel file = Files.newByteChannel(privateKey, anew, secret)) {
            file.write(ByteBuffer.wrap(Pem.write("PRIVATE KEY", key.getEncoded())));
        }
        Files.write(publicKey, Pem.write("PUBLIC KEY", verifying.encoded()), StandardOpenOption.CREATE_NEW);
    }

    /** The public part's fingerprint. */
    @Override
    public String toString() {
        return verifying.fingerprint();
    }
}
