package dev.clave.spring.security;

import dev.clave.ClaveUnavailableException;
import dev.clave.Socket;
import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * Seals what was typed as a number, so that it may travel in a cookie and be opened by any node that has the same keys: AES-256-GCM under a key of
 * its own use, the name of the host's key in clear and authenticated. For many threads.
 */
final class NumberSeal {
    /** How long what was sealed can be opened, whatever a browser makes of the life of its cookies. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String LABEL = "clave/1/login-page-number";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    NumberSeal(KeyRing keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The name of the key, a dot, and nonce and ciphertext in URL-safe Base64. */
    String seal(String number) {
        HostKey host = host(keys::current);
        byte[] text = number.getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(clock.instant().plus(LIFE).toEpochMilli())
                .put(text)
                .array();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] whole;
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, host, nonce).doFinal(plain);
            whole = ByteBuffer.allocate(NONCE_BYTES + hidden.length)
                    .put(nonce)
                    .put(hidden)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a number cannot be sealed", e);
        }
        return host.id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** What was typed; empty for what was not sealed by these keys, and for what is too old. */
    Optional<String> open(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        return host(() -> keys.find(text.substring(0, dot)))
                .flatMap(key -> bytes(text.substring(dot + 1)).flatMap(whole -> opened(key, whole)))
                .flatMap(this::fresh);
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(base64)).filter(whole -> whole.length > NONCE_BYTES);
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }

    private static Optional<ByteBuffer> opened(HostKey host, byte[] whole) {
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, host, Arrays.copyOf(whole, NONCE_BYTES))
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return Optional.of(ByteBuffer.wrap(plain));
        } catch (GeneralSecurityException foreign) {
            return Optional.empty();
        }
    }

    private Optional<String> fresh(ByteBuffer plain) {
        Instant end = Instant.ofEpochMilli(plain.getLong());
        return clock.instant().isBefore(end)
                ? Optional.of(StandardCharsets.UTF_8.decode(plain).toString())
                : Optional.empty();
    }

    private static Cipher cipher(int mode, HostKey host, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(host), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(host.id().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static SecretKey key(HostKey host) {
        byte[] material = host.revealMaterial();
        byte[] derived = new byte[KEY_BYTES];
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(material, null, LABEL.getBytes(StandardCharsets.US_ASCII)));
        hkdf.generateBytes(derived, 0, KEY_BYTES);
        SecretKey key = new SecretKeySpec(derived, "AES");
        Arrays.fill(material, (byte) 0);
        Arrays.fill(derived, (byte) 0);
        return key;
    }

    /** The ring is the host's code: whatever it throws closes the step. */
    private static <T> T host(Supplier<T> call) {
        try {
            return Objects.requireNonNull(call.get(), "key");
        } catch (RuntimeException thrown) {
            throw new ClaveUnavailableException(Socket.KEYS, thrown);
        }
    }
}
