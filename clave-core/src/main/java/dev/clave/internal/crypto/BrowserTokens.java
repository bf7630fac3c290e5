package dev.clave.internal.crypto;

import dev.clave.BrowserToken;
import dev.clave.internal.state.LoginId;
import dev.clave.internal.state.Proof;
import dev.clave.spi.EntryKey;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/**
 * Tokens by which a browser is known to have logged a person in: format, login, time of issue, and the code over them,
 * the tenant and the person. For many threads.
 */
public final class BrowserTokens {
    /** How long a token is good for: a year. */
    public static final long LIFE_MILLIS = TimeUnit.DAYS.toMillis(365);

    private static final long SKEW_MILLIS = TimeUnit.MINUTES.toMillis(2);
    private static final byte FORMAT = 1;
    private static final int BYTES = 1 + LoginId.BYTES + Long.BYTES + Proof.BYTES;
    private static final int CHARACTERS = Base64Url.lengthOf(BYTES);

    private final KeyVault vault;
    private final byte[] opening;

    /** Of one tenant, under the subject key. */
    public BrowserTokens(KeyVault vault, String tenant) {
        this.vault = vault;
        this.opening = Frame.opening("browser", FORMAT, tenant);
    }

    /** Issues under the subject key that there was when it was made; it asks the key ring nothing more. */
    @FunctionalInterface
    public interface Issuer {
        /** A token for the browser that this login was granted to. */
        BrowserToken issue(EntryKey person, LoginId login, long nowMillis);
    }

    /** Ready to issue. To be made before anything is written, so that no key ring can fail afterwards. */
    public Issuer issuer() {
        SubjectKeys keys = vault.subject();
        return (person, login, nowMillis) -> issue(keys, person, login, nowMillis);
    }

    private BrowserToken issue(SubjectKeys keys, EntryKey person, LoginId login, long nowMillis) {
        byte[] token = ByteBuffer.allocate(BYTES)
                .put(FORMAT)
                .putLong(login.high())
                .putLong(login.low())
                .putLong(nowMillis)
                .put(code(keys, person, login, nowMillis))
                .array();
        return BrowserToken.of(Base64Url.encode(token));
    }

    /** Whether it was issued for this person, within the last year; garbage was not. */
    public boolean knows(BrowserToken token, EntryKey person, long nowMillis) {
        String text = token.revealToken();
        return text.length() == CHARACTERS
                && Base64Url.decode(text)
                        .map(bytes -> knows(ByteBuffer.wrap(bytes), person, nowMillis))
                        .orElse(false);
    }

    private boolean knows(ByteBuffer token, EntryKey person, long nowMillis) {
        if (token.get() != FORMAT) {
            return false;
        }
        LoginId login = new LoginId(token.getLong(), token.getLong());
        long issued = token.getLong();
        Proof claimed = new Proof(token.getLong(), token.getLong(), token.getLong(), token.getLong());
        return claimed.matches(Proof.of(code(vault.subject(), person, login, issued)))
                && issued > nowMillis - LIFE_MILLIS
                && issued <= nowMillis + SKEW_MILLIS;
    }

    private byte[] code(SubjectKeys keys, EntryKey person, LoginId login, long issued) {
        try (Frame frame = Frame.after(opening)) {
            frame.words(person.high(), person.low())
                    .words(login.high(), login.low())
                    .number(issued);
            return keys.browser().of(frame);
        }
    }
}
