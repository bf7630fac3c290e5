package dev.clave.internal.crypto;

import dev.clave.Purpose;
import dev.clave.identity.IdentityNumber;
import dev.clave.spi.EntryKey;
import dev.clave.spi.Language;
import dev.clave.spi.Level;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Contents of handles for tests. */
final class Contents {
    static final IdentityNumber PERSON = IdentityNumber.of("99999018D");
    static final String SUMMARY = "Alta de autonomo 2031";
    static final Purpose SIGNATURE = Purpose.signature(SUMMARY, "the text that is signed");

    private Contents() {}

    static LoginSecret secret(long seed) {
        return LoginSecret.of(ByteBuffer.allocate(LoginSecret.BYTES)
                .putLong(seed)
                .putLong(~seed)
                .array());
    }

    static byte[] nonce(long seed) {
        return ByteBuffer.allocate(HandleBox.NONCE_BYTES)
                .putLong(seed)
                .putInt(7)
                .array();
    }

    static HandleContent toIdentify(long seed) {
        return content(seed, Level.BASIC, Optional.empty(), Purpose.identification());
    }

    static HandleContent toSign(long seed) {
        return content(seed, Level.ADVANCED, Optional.of(Language.GL), SIGNATURE);
    }

    static HandleContent content(long seed, Level level, Optional<Language> language, Purpose purpose) {
        LoginSecret secret = secret(seed);
        return new HandleContent(
                PERSON,
                new EntryKey(11, 12),
                "0123456789abcdef0123456789abcdef",
                secret,
                secret.id(),
                level,
                language,
                purpose);
    }
}
