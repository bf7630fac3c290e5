package dev.clave.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A PIN that one device alone can open, as it comes in an answer. It is opened strictly: whatever is not as documented
 * is an {@link AssertionError}, which repeats nothing of it.
 */
final class SealedPin {
    private static final byte[] INFO = "clave/1/pin".getBytes(US_ASCII);
    private static final Set<String> SHOWN =
            Set.of("organisation", "purpose", "code", "generation", "issued", "expires");
    private static final Pattern PURPOSE = Pattern.compile("IDENTIFICATION|SIGNATURE");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4}");
    private static final Pattern PIN = Pattern.compile("[A-Z2-7]{3,8}");

    private final String login;
    private final byte[] shown;
    private final byte[] sealed;

    /** The login, what the app shows beside the PIN, and the encapsulated key with the ciphertext. */
    SealedPin(String login, byte[] shown, byte[] sealed) {
        this.login = login;
        this.shown = shown;
        this.sealed = sealed;
    }

    /** What the app shows, on the device with this key. */
    ShownPin open(KeyPair key) {
        FlatJson beside = FlatJson.read("what is shown", shown, SHOWN);
        PurposeKind purpose = PurposeKind.valueOf(beside.text("purpose", PURPOSE));
        boolean signs = purpose == PurposeKind.SIGNATURE;
        FlatJson within =
                FlatJson.read("what is sealed", unsealed(key), signs ? Set.of("pin", "summary") : Set.of("pin"));
        beside.check(beside.time("issued").isBefore(beside.time("expires")), "must expire after it was issued");
        return new ShownPin(
                Secret.of(within.text("pin", PIN)),
                beside.text("organisation"),
                purpose,
                beside.text("code", CODE),
                generation(beside),
                beside.time("issued"),
                beside.time("expires"),
                login,
                signs ? Optional.of(within.text("summary")) : Optional.empty());
    }

    private static int generation(FlatJson beside) {
        long generation = beside.number("generation");
        beside.check(generation >= 1 && generation <= Integer.MAX_VALUE, "must have a generation from 1 on");
        return (int) generation;
    }

    private byte[] unsealed(KeyPair key) {
        try {
            return Hpke.open(key, INFO, shown, sealed);
        } catch (GeneralSecurityException sealedOtherwise) {
            throw new AssertionError(
                    "the PIN was not sealed to this device, or not together with what is shown", sealedOtherwise);
        }
    }
}
