package dev.clave.internal.crypto;

import dev.clave.Purpose;
import dev.clave.TextDigest;
import dev.clave.identity.IdentityNumber;
import dev.clave.internal.state.LoginId;
import dev.clave.spi.EntryKey;
import dev.clave.spi.Language;
import dev.clave.spi.Level;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The content of a handle in bytes. Texts have their length before them; what stands for a level or a language never
 * changes its meaning.
 */
final class HandleCodec {
    private static final byte FORMAT = 1;
    private static final int LONGEST = 600;
    /** The number and the pseudonym are texts of 9 and of 32 characters; the rest has its fixed size. */
    private static final int LONGEST_PLAIN = 128;

    private static final int DIGEST_BYTES = 32;
    private static final byte NO_LANGUAGE = 0;
    private static final Level[] LEVELS = Level.values();
    private static final Language[] LANGUAGES = Language.values();

    private HandleCodec() {}

    /** The bytes, which the caller wipes. */
    static byte[] encode(HandleContent content) {
        boolean plain = content.purpose() instanceof Purpose.Identification;
        ByteBuffer out = ByteBuffer.allocate(plain ? LONGEST_PLAIN : LONGEST);
        out.put(FORMAT);
        put(out, content.number().value());
        out.putLong(content.entry().high()).putLong(content.entry().low());
        put(out, content.subject());
        content.secret().writeTo(out);
        out.putLong(content.login().high()).putLong(content.login().low());
        out.put(code(content.level()));
        out.put(content.language().map(HandleCodec::code).orElse(NO_LANGUAGE));
        put(out, content.purpose());
        byte[] encoded = Arrays.copyOf(out.array(), out.position());
        Arrays.fill(out.array(), 0, out.position(), (byte) 0);
        return encoded;
    }

    private static void put(ByteBuffer out, Purpose purpose) {
        out.put(PurposeCode.of(purpose));
        if (purpose instanceof Purpose.Signature signature) {
            put(out, signature.summary());
            out.put(signature.digest().bytes());
        } else if (purpose instanceof Purpose.Activation activation) {
            out.put(activation.keys().bytes());
        }
    }

    private static void put(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0xFF) {
            throw new IllegalArgumentException("too long for a handle");
        }
        out.put((byte) bytes.length).put(bytes);
    }

    /** The content; empty when this is no such encoding, or one of another format. */
    static Optional<HandleContent> decode(byte[] encoded) {
        ByteBuffer in = ByteBuffer.wrap(encoded);
        try {
            if (in.get() != FORMAT) {
                return Optional.empty();
            }
            HandleContent content = content(in);
            return in.hasRemaining() ? Optional.empty() : Optional.of(content);
        } catch (BufferUnderflowException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static HandleContent content(ByteBuffer in) {
        return new HandleContent(
                IdentityNumber.of(text(in)),
                new EntryKey(in.getLong(), in.getLong()),
                text(in),
                LoginSecret.readFrom(in),
                new LoginId(in.getLong(), in.getLong()),
                level(in.get()),
                language(in.get()),
                purpose(in));
    }

    private static Purpose purpose(ByteBuffer in) {
        byte code = in.get();
        return switch (code) {
            case PurposeCode.IDENTIFICATION -> Purpose.identification();
            case PurposeCode.SIGNATURE -> new Purpose.Signature(text(in), digest(in));
            case PurposeCode.ACTIVATION -> new Purpose.Activation(digest(in));
            default -> throw new IllegalArgumentException("no such purpose");
        };
    }

    private static TextDigest digest(ByteBuffer in) {
        byte[] digest = new byte[DIGEST_BYTES];
        in.get(digest);
        return TextDigest.ofDigest(digest);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.get() & 0xFF];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Level level(byte code) {
        for (Level level : LEVELS) {
            if (code(level) == code) {
                return level;
            }
        }
        throw new IllegalArgumentException("no such level");
    }

    private static Optional<Language> language(byte code) {
        if (code == NO_LANGUAGE) {
            return Optional.empty();
        }
        for (Language language : LANGUAGES) {
            if (code(language) == code) {
                return Optional.of(language);
            }
        }
        throw new IllegalArgumentException("no such language");
    }

    private static byte code(Level level) {
        return switch (level) {
            case BASIC -> 1;
            case ADVANCED -> 2;
        };
    }

    private static byte code(Language language) {
        return switch (language) {
            case ES -> 1;
            case CA -> 2;
            case CA_VALENCIA -> 3;
            case GL -> 4;
            case EU -> 5;
            case EN -> 6;
        };
    }
}
