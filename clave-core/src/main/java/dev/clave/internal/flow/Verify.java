package dev.clave.internal.flow;

import dev.clave.AccessOutcome;
import dev.clave.Denied;
import dev.clave.Field;
import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.Mistyped;
import dev.clave.Purpose;
import dev.clave.Reason;
import dev.clave.TextDigest;
import dev.clave.identity.Parsed;
import dev.clave.internal.crypto.BrowserTokens.Issuer;
import dev.clave.internal.crypto.HandleContent;
import dev.clave.internal.flow.Attempts.Presented;
import dev.clave.internal.flow.Attempts.Proven;
import dev.clave.internal.flow.Attempts.Unproven;
import dev.clave.internal.flow.Attempts.Verdict;
import dev.clave.internal.pin.PinReader;
import dev.clave.spi.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PIN is given to identify, or to sign: one grant, or one attempt less. */
public final class Verify {
    private final Workbench bench;
    private final Attempts attempts;

    /** Of this workbench. */
    public Verify(Workbench bench) {
        this.bench = bench;
        this.attempts = new Attempts(bench);
    }

    /** Compares a PIN, for a text that is to be signed, or for none. */
    public AccessOutcome verify(LoginHandle handle, @Nullable String typedPin, Optional<TextDigest> text) {
        Parsed<Secret> pin = PinReader.read(
                typedPin, bench.policy().alphabet(), bench.policy().pinLength());
        if (!(pin instanceof Parsed.Valid<Secret> typed)) {
            return new Mistyped(Field.PIN, pin.problem().orElseThrow());
        }
        Optional<HandleContent> content = bench.handles().open(handle);
        if (content.isEmpty()) {
            return new Denied(Reason.NOT_CURRENT);
        }
        Optional<Purpose> purpose = Purposes.presented(content.get().purpose(), text);
        return verify(new Presented(content.get(), purpose, typed.value()));
    }

    private AccessOutcome verify(Presented presented) {
        Issuer tokens = bench.browsers().issuer();
        Verdict verdict = attempts.attempt(presented);
        return verdict instanceof Proven proven
                ? granted(presented.content(), proven, tokens)
                : ((Unproven) verdict).access();
    }

    private static Granted granted(HandleContent content, Proven proven, Issuer tokens) {
        return new Granted(
                content.number(),
                proven.person().subject(),
                proven.person().level(),
                proven.pin().route(),
                content.purpose(),
                proven.at(),
                tokens.issue(content.entry(), content.login(), proven.at().toEpochMilli()));
    }
}
