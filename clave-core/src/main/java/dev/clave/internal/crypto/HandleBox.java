package dev.clave.internal.crypto;

import dev.clave.LoginHandle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Seals handles and opens them: AES-256-GCM; format, key id and nonce in clear before the ciphertext; label, format,
 * tenant, key id and the fingerprint of the subject key authenticated with it, so that a new subject key voids every handle. For
 * many threads.
 */
public final class HandleBox {
    /** How many bytes a nonce has. */
    public static final int NONCE_BYTES = AesGcm.NONCE_BYTES;

    /** No handle is longer, in characters. */
    public static final int LONGEST = 1024;

    private static final byte FORMAT = 1;

    private final KeyVault vault;
    private final byte[] opening;
    private final Strangers strangers = new Strangers();
    private final AesGcm cipher = new AesGcm();
    private volatile @Nullable Context latest;

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
        Context context = context(vault.current());
        return (content, nonce) -> seal(context, content, nonce);
    }

    private LoginHandle seal(Context context, HandleContent content, byte[] nonce) {
        if (nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("a nonce has " + NONCE_BYTES + " bytes");
        }
        context.keys.countHandle();
        byte[] plain = HandleCodec.encode(content);
        try {
            return LoginHandle.of(Base64Url.encode(seal(context, nonce, plain)));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private byte[] seal(Context context, byte[] nonce, byte[] plain) {
        byte[] id = context.keys.id().getBytes(StandardCharsets.US_ASCII);
        int sealedAt = 2 + id.length + NONCE_BYTES;
        ByteBuffer token = ByteBuffer.allocate(sealedAt + plain.length + AesGcm.TAG_BYTES);
        token.put(FORMAT).put((byte) id.length).put(id).put(nonce);
        cipher.seal(context.keys.handle(), context.authenticated, plain, token.array(), sealedAt);
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
        if (token.length < sealedAt + AesGcm.TAG_BYTES || token[0] != FORMAT) {
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
        byte[] authenticated = context(keys).authenticated;
        return cipher.open(keys.handle(), authenticated, token, sealedAt).flatMap(plain -> {
            Optional<HandleContent> content = HandleCodec.decode(plain);
            Arrays.fill(plain, (byte) 0);
            return content;
        });
    }

    /** Nearly always the one of the call before: keys change once in a while. */
    private Context context(LoginKeys keys) {
        SubjectKeys subject = vault.subject();
        Context known = latest;
        if (known != null && known.keys == keys && known.subject == subject) {
            return known;
        }
        Context fresh = new Context(opening, keys, subject);
        latest = fresh;
        return fresh;
    }

    /** What a handle is sealed by, and what is authenticated with it. */
    private static final class Context {
        private final LoginKeys keys;
        private final SubjectKeys subject;
        private final byte[] authenticated;

        Context(byte[] opening, LoginKeys keys, SubjectKeys subject) {
            this.keys = keys;
            this.subject = subject;
            try (Frame frame = Frame.after(opening).text(keys.id()).text(subject.fingerprint())) {
                this.authenticated = frame.toBytes();
            }
        }
    }
}
