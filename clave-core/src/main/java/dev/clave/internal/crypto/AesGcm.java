package dev.clave.internal.crypto;

import dev.clave.ClaveUnavailableException;
import dev.clave.Socket;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES in Galois/Counter Mode, within tokens that begin in clear and carry their nonce just before the ciphertext. For many threads. */
final class AesGcm {
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private final CipherPool ciphers = new CipherPool(2 * Runtime.getRuntime().availableProcessors());

    /** Seals into a token, behind the nonce that ends where the ciphertext is to begin. */
    void seal(SecretKey key, byte[] authenticated, byte[] plain, byte[] token, int sealedAt) {
        Cipher cipher = ciphers.take();
        try {
            prepare(cipher, Cipher.ENCRYPT_MODE, key, authenticated, token, sealedAt);
            cipher.doFinal(plain, 0, plain.length, token, sealedAt);
        } catch (InvalidAlgorithmParameterException repeated) {
            throw new ClaveUnavailableException(Socket.RANDOM, "the random generator has repeated a nonce");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a token cannot be sealed", e);
        }
        ciphers.giveBack(cipher);
    }

    /** What is sealed in the rest of a token, which the caller wipes; empty when it was not sealed so. */
    Optional<byte[]> open(SecretKey key, byte[] authenticated, byte[] token, int sealedAt) {
        Cipher cipher = ciphers.take();
        try {
            prepare(cipher, Cipher.DECRYPT_MODE, key, authenticated, token, sealedAt);
            return Optional.of(cipher.doFinal(token, sealedAt, token.length - sealedAt));
        } catch (GeneralSecurityException tampered) {
            return Optional.empty();
        } finally {
            ciphers.giveBack(cipher);
        }
    }

    private static void prepare(
            Cipher cipher, int mode, SecretKey key, byte[] authenticated, byte[] token, int sealedAt)
            throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, token, sealedAt - NONCE_BYTES, NONCE_BYTES));
        cipher.updateAAD(authenticated);
    }
}
