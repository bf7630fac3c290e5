package dev.clave.internal.crypto;

import dev.clave.internal.state.LoginId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The 128 random bits that make a login the browser's own. They are in its handle and nowhere else. It prints nothing.
 */
public final class LoginSecret {
    /** How many bytes it has. */
    public static final int BYTES = 16;

    private final long high;
    private final long low;

    private LoginSecret(long high, long low) {
        this.high = high;
        this.low = low;
    }

    /** A secret from exactly 16 random bytes, which the caller wipes. */
    public static LoginSecret of(byte[] random) {
        if (random.length != BYTES) {
            throw new IllegalArgumentException("a login secret has " + BYTES + " bytes");
        }
        return readFrom(ByteBuffer.wrap(random));
    }

    static LoginSecret readFrom(ByteBuffer buffer) {
        return new LoginSecret(buffer.getLong(), buffer.getLong());
    }

    void writeTo(ByteBuffer buffer) {
        buffer.putLong(high).putLong(low);
    }

    Frame addedTo(Frame frame) {
        return frame.words(high, low);
    }

    /** What may be said of it: the two halves of its SHA-256, for the price of one. */
    public LoginName name() {
        byte[] secret = new byte[BYTES];
        writeTo(ByteBuffer.wrap(secret));
        ByteBuffer digest = ByteBuffer.wrap(Sha256.begin().digest(secret));
        Arrays.fill(secret, (byte) 0);
        return new LoginName(new LoginId(digest.getLong(), digest.getLong()), digest.getLong(), digest.getLong());
    }

    /** The first half of its SHA-256. Who wants both halves asks for {@link #name}. */
    public LoginId id() {
        return name().login();
    }

    /** The other half of its SHA-256. Who wants both halves asks for {@link #name}. */
    public String sendName() {
        return name().sendName();
    }

    /** Takes the same time whatever the answer. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoginSecret that && ((that.high ^ high) | (that.low ^ low)) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high ^ low);
    }

    @Override
    public String toString() {
        return "LoginSecret[redacted]";
    }
}
