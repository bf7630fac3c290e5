package dev.clave.testkit;

import dev.clave.identity.ContrastData;
import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Device;
import dev.clave.spi.HostKey;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.PinMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Is told what must stay secret, and fails a test when some of it shows up in what the test gives it: output, events,
 * exceptions with all their causes, {@code toString} of any object, bytes in any usual encoding.
 *
 * <pre>{@code
 * LeakDetector leaks = new LeakDetector().watch(FakePeople.ANA).watch("PIN", phone.lastPin());
 * leaks.check(logged, audit.events(), thrown, store.entries());
 * }</pre>
 *
 * <p>Case does not matter. A secret of fewer than 8 characters counts only as a word of its own, for in a longer word
 * it may stand by chance. The failure names the label of a secret, never the secret.
 */
public final class LeakDetector {
    private static final int SHORTEST = 3;
    private static final int SHORT = 8;

    private record Watched(String label, Pattern pattern) {}

    private final List<Watched> watched = new ArrayList<>();

    /** A detector that knows no secret yet. */
    public LeakDetector() {}

    /**
     * A secret text: a PIN, a handle, a text to be signed.
     *
     * @param label what the failure calls it
     * @param secret the text, 3 characters at the least
     * @return this detector
     * @throws IllegalArgumentException if it is shorter
     */
    public LeakDetector watch(String label, String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("too short to be looked for: " + label);
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String text = Pattern.quote(secret.toLowerCase(Locale.ROOT));
        String word = secret.length() < SHORT ? "(?<![a-z0-9])" + text + "(?![a-z0-9])" : text;
        add(label, word + "|" + hex(bytes));
        return this;
    }

    /**
     * Secret bytes: a key. They are looked for as they are, in hexadecimal digits and in Base64.
     *
     * @param label what the failure calls it
     * @param secret the bytes, 8 at the least
     * @return this detector
     * @throws IllegalArgumentException if there are fewer
     */
    public LeakDetector watch(String label, byte[] secret) {
        if (secret.length < SHORT) {
            throw new IllegalArgumentException("too short to be looked for: " + label);
        }
        String raw = new String(secret, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        String base64 =
                Base64.getEncoder().withoutPadding().encodeToString(secret).toLowerCase(Locale.ROOT);
        String url = base64.replace('+', '-').replace('/', '_');
        add(label, Pattern.quote(raw) + "|" + hex(secret) + "|" + Pattern.quote(base64) + "|" + Pattern.quote(url));
        return this;
    }

    /**
     * A person's number, contrast datum and phone.
     *
     * @param person whose
     * @return this detector
     */
    public LeakDetector watch(FakePerson person) {
        watch(person.number());
        watch(person.person().contrast());
        person.person().phone().ifPresent(this::watch);
        return this;
    }

    /**
     * An identity number, in the ways it is usually written.
     *
     * @param number the number
     * @return this detector
     */
    public LeakDetector watch(IdentityNumber number) {
        return watchAll("identity number", WrittenForms.of(number));
    }

    /**
     * A contrast datum, in the ways it is usually written.
     *
     * @param contrast the datum
     * @return this detector
     */
    public LeakDetector watch(ContrastData contrast) {
        return watchAll("contrast datum", WrittenForms.of(contrast));
    }

    /**
     * A telephone number, in the ways it is usually written. Its last three digits alone may be shown.
     *
     * @param phone the number
     * @return this detector
     */
    public LeakDetector watch(PhoneNumber phone) {
        return watchAll("phone", WrittenForms.of(phone));
    }

    /**
     * A message's PIN, its text, and the phone it goes to.
     *
     * @param message the message
     * @return this detector
     */
    public LeakDetector watch(PinMessage message) {
        return watch(message.to())
                .watch("PIN", message.revealPin())
                .watch("text of a message", message.text().reveal());
    }

    /**
     * A device's push address and name. What has fewer than 3 characters is not looked for.
     *
     * @param device the device
     * @return this detector
     */
    public LeakDetector watch(Device device) {
        device.push().ifPresent(push -> watchIfLong("push address", push.value()));
        return watchIfLong("name of a device", device.name());
    }

    /**
     * What the app shows: the PIN and what is to be signed. A summary of fewer than 3 characters is not looked for.
     *
     * @param shown what the app shows
     * @return this detector
     */
    public LeakDetector watch(ShownPin shown) {
        shown.summary().ifPresent(summary -> watchIfLong("summary", summary));
        return watch("PIN", shown.revealPin());
    }

    /**
     * The material of a key.
     *
     * @param key the key
     * @return this detector
     */
    public LeakDetector watch(HostKey key) {
        return watch("key " + key.id(), key.revealMaterial());
    }

    /**
     * Looks for every secret in what is given.
     *
     * @param things texts, bytes, exceptions, entries, collections and maps of them; of anything else what {@code
     *     toString} gives
     * @throws AssertionError if a secret is in it
     */
    public void check(@Nullable Object... things) {
        Findings findings = new Findings();
        for (Object thing : things) {
            findings.open(thing);
        }
        findings.forEach((where, text) -> {
            for (Watched secret : watched) {
                if (secret.pattern().matcher(text).find()) {
                    throw new AssertionError("a secret has leaked: the " + secret.label() + " is in " + where);
                }
            }
        });
    }

    private LeakDetector watchIfLong(String label, String secret) {
        return secret.length() < SHORTEST ? this : watch(label, secret);
    }

    private LeakDetector watchAll(String label, List<String> forms) {
        forms.forEach(form -> watch(label, form));
        return this;
    }

    private void add(String label, String pattern) {
        Objects.requireNonNull(label, "label");
        watched.add(new Watched(label, Pattern.compile(pattern, Pattern.DOTALL)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** How many secrets it knows; none of them. */
    @Override
    public String toString() {
        return "LeakDetector[" + watched.size() + " secrets]";
    }
}
