package dev.clave.internal.crypto;

import dev.clave.DeviceToken;
import dev.clave.identity.IdentityNumber;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceKeys;
import dev.clave.spi.EntryKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The tokens of activated devices: AES-256-GCM under a key that comes from the subject key, for a device stays active for years; label,
 * format and tenant are authenticated with it. Its content has a fixed length. For many threads.
 */
public final class DeviceTokens {
    /** How many bytes a nonce has. */
    public static final int NONCE_BYTES = AesGcm.NONCE_BYTES;

    private static final byte FORMAT = 1;
    private static final int NUMBER_BYTES = 9;
    private static final int SUBJECT_BYTES = 16;
    private static final int PLAIN_BYTES =
            NUMBER_BYTES + 2 * Long.BYTES + SUBJECT_BYTES + DeviceId.BYTES + DeviceKeys.BYTES;
    private static final int SEALED_AT = 1 + NONCE_BYTES;
    private static final int BYTES = SEALED_AT + PLAIN_BYTES + AesGcm.TAG_BYTES;
    private static final int CHARACTERS = Base64Url.lengthOf(BYTES);

    private final KeyVault vault;
    private final byte[] authenticated;
    private final AesGcm cipher = new AesGcm();

    /** Of one tenant, under the subject key. */
    public DeviceTokens(KeyVault vault, String tenant) {
        this.vault = vault;
        this.authenticated = Frame.opening("device", FORMAT, tenant);
    }

    /** Seals under the subject key that there was when it was made; it asks the key ring nothing more. */
    @FunctionalInterface
    public interface Sealer {
        /** The token of a device that was activated in a login, with 12 random bytes that were never used before. */
        DeviceToken seal(HandleContent login, DeviceId device, DeviceKeys keys, byte[] nonce);
    }

    /** Ready to seal. To be made before anything is written, so that no key ring can fail afterwards. */
    public Sealer sealer() {
        SecretKey key = vault.subject().device();
        return (login, device, keys, nonce) -> seal(key, login, device, keys, nonce);
    }

    private DeviceToken seal(SecretKey key, HandleContent login, DeviceId device, DeviceKeys keys, byte[] nonce) {
        byte[] plain = ByteBuffer.allocate(PLAIN_BYTES)
                .put(login.number().value().getBytes(StandardCharsets.US_ASCII))
                .putLong(login.entry().high())
                .putLong(login.entry().low())
                .put(HexFormat.of().parseHex(login.subject()))
                .put(device.bytes())
                .put(keys.signing())
                .array();
        byte[] token = ByteBuffer.allocate(BYTES)
                .put(FORMAT)
                .put(nonce, 0, NONCE_BYTES)
                .array();
        cipher.seal(key, authenticated, plain, token, SEALED_AT);
        Arrays.fill(plain, (byte) 0);
        return DeviceToken.of(Base64Url.encode(token));
    }

    /** What a token carries; empty for garbage, and for the token of another tenant or subject key. */
    public Optional<DeviceContent> open(String token) {
        return token.length() != CHARACTERS
                ? Optional.empty()
                : Base64Url.decode(token)
                        .filter(bytes -> bytes[0] == FORMAT)
                        .flatMap(bytes -> cipher.open(vault.subject().device(), authenticated, bytes, SEALED_AT))
                        .map(DeviceTokens::content);
    }

    private static DeviceContent content(byte[] plain) {
        ByteBuffer in = ByteBuffer.wrap(plain);
        byte[] number = new byte[NUMBER_BYTES];
        in.get(number);
        EntryKey entry = new EntryKey(in.getLong(), in.getLong());
        byte[] subject = new byte[SUBJECT_BYTES];
        in.get(subject);
        DeviceId device = new DeviceId(in.getLong(), in.getLong());
        byte[] signing = new byte[DeviceKeys.BYTES];
        in.get(signing);
        Arrays.fill(plain, (byte) 0);
        return new DeviceContent(
                IdentityNumber.of(new String(number, StandardCharsets.US_ASCII)),
                entry,
                HexFormat.of().formatHex(subject),
                device,
                P256.publicKey(signing));
    }
}
