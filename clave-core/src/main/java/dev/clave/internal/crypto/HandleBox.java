package dev.clave.internal.crypto;

import dev.clave.ClaveUnavailableException;
import dev.clave.LoginHandle;
import dev.clave.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals handles and opens them: AES-256-GCM; format, key id and nonce in clear before the ciphertext; label, format,
 * tenant, key id and the fingerprint of the subject key authenticated with it, so that a new subject key voids every handle. For
 * many threads.
 */
public final class HandleBox {
    /** How many bytes a nonce has. */
    public static final int NONCE_BYTES = 12;

    /** No handle is longer, in characters. */
    public static final int LONGEST = 1024;

    private static final byte FORMAT = 1;
    private static final int TAG_BYTES = 16;

    private final KeyVault vault;
    private final byte[] opening;
    private final Strangers strangers = new Strangers();
    private final CipherPool ciphers = new CipherPool(2 * Runtime.getRuntime().availableProcessors());

    /** Of one tenant. */
    public HandleBox(KeyVault vault, String tenant) {
        this.vault = vault;
        this.opening = Frame.opening("handle", FORMAT, tenant);
    }

    /** Seals under the keys that were current when it was made; it asks the key ring nothing more. */
    @FunctionalInterface
    public interface Sealer {
        /**
         * Seals.
         *
         * @param content what the handle carries
         * @param nonce 12 random bytes, never used before
         */
        LoginHandle seal(HandleContent content, byte[] nonce);
    }

    /** Ready to seal. To be made before anything is written, so that no key ring can fail afterwards. */
    public Sealer sealer() {
        LoginKeys keys = vault.current();
        String subject = vault.subject().fingerprint();
        return (content, nonce) -> seal(keys, subject, content, nonce);
    }

    private LoginHandle seal(LoginKeys keys, String subject, HandleContent content, byte[] nonce) {
        if (nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("a nonce has " + NONCE_BYTES + " bytes");
        }
        keys.countHandle();
        byte[] plain = HandleCodec.encode(content);
        try {
            return LoginHandle.of(Base64Url.encode(seal(keys, subject, nonce, plain)));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private byte[] seal(LoginKeys keys, String subject, byte[] nonce, byte[] plain) {
        byte[] id = keys.id().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer token = ByteBuffer.allocate(2 + id.length + NONCE_BYTES + plain.length + TAG_BYTES);
        token.put(FORMAT).put((byte) id.length).put(id).put(nonce);
        Cipher cipher = ciphers.take();
        try {
            prepare(cipher, Cipher.ENCRYPT_MODE, keys, subject, new GCMParameterSpec(8 * TAG_BYTES, nonce));
            cipher.doFinal(plain, 0, plain.length, token.array(), token.position());
        } catch (InvalidAlgorithmParameterException repeated) {
            throw new ClaveUnavailableException(Socket.RANDOM, "the random generator has repeated a nonce");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a handle cannot be sealed", e);
        }
        ciphers.giveBack(cipher);
        return token.array();
    }

    /**
     * What a handle carries; empty for garbage, and for the handle of another tenant or of a key that the ring no
     * longer has.
     */
    public Optional<HandleContent> open(LoginHandle handle) {
        String text = handle.revealToken();
        return text.length() > LONGEST
                ? Optional.empty()
                : Base64Url.decode(text).flatMap(this::open);
    }

    private Optional<HandleContent> open(byte[] token) {
        int idEnd = token.length < 2 ? 2 : 2 + (token[1] & 0xFF);
        int sealedAt = idEnd + NONCE_BYTES;
        if (token.length < sealedAt + TAG_BYTES || token[0] != FORMAT) {
            return Optional.empty();
        }
        String id = new String(token, 2, idEnd - 2, StandardCharsets.ISO_8859_1);
        if (!KeyVault.isName(id)) {
            return Optional.empty();
        }
        Optional<LoginKeys> keys = vault.find(id);
        if (keys.isEmpty()) {
            strangers.meet(id);
        }
        return keys.flatMap(known -> open(known, token, sealedAt));
    }

    private Optional<HandleContent> open(LoginKeys keys, byte[] token, int sealedAt) {
        Cipher cipher = ciphers.take();
        try {
            prepare(
                    cipher,
                    Cipher.DECRYPT_MODE,
                    keys,
                    vault.subject().fingerprint(),
                    new GCMParameterSpec(8 * TAG_BYTES, token, sealedAt - NONCE_BYTES, NONCE_BYTES));
            byte[] plain = cipher.doFinal(token, sealedAt, token.length - sealedAt);
            Optional<HandleContent> content = HandleCodec.decode(plain);
            Arrays.fill(plain, (byte) 0);
            return content;
        } catch (GeneralSecurityException tampered) {
            return Optional.empty();
        } finally {
            ciphers.giveBack(cipher);
        }
    }

    private void prepare(Cipher cipher, int mode, LoginKeys keys, String subject, GCMParameterSpec nonce)
            throws GeneralSecurityException {
        cipher.init(mode, keys.handle(), nonce);
        try (Frame authenticated = Frame.after(opening).text(keys.id()).text(subject)) {
            cipher.updateAAD(authenticated.toBytes());
        }
    }
}
