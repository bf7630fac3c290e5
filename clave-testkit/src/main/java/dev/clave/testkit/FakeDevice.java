package dev.clave.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.DeviceKeys;
import dev.clave.spi.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A device with the app: it has keys of its own, asks the server in the format of the guide of clave-core, and opens what is sealed to
 * it by the means of the Java platform alone.
 *
 * <pre>{@code
 * FakeDevice device = new FakeDevice("Pixel 9", clock, body -> clave.devices().answer(body));
 * // … activate it with its keys, name and push address, and then
 * device.keep(activated.token().revealToken());
 * String pin = device.poll().orElseThrow().revealPin();
 * }</pre>
 *
 * <p>It is strict: an answer that has not exactly the fields of the guide, or that it cannot open, is an {@link AssertionError}. For one
 * thread at a time.
 */
public final class FakeDevice {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final byte[] INFO = "clave/1/pin".getBytes(US_ASCII);
    private static final Duration MOST_SKEW = Duration.ofMinutes(2);
    private static final int REFRESH = 10;
    private static final Set<String> ANSWER = Set.of("version", "time", "refresh", "done", "login", "shown", "sealed");
    private static final Set<String> SHOWN =
            Set.of("organisation", "purpose", "code", "generation", "issued", "expires");
    private static final Set<String> PLAIN = Set.of("pin");
    private static final Set<String> PLAIN_TO_SIGN = Set.of("pin", "summary");

    private final String name;
    private final InstantSource clock;
    private final UnaryOperator<byte[]> server;
    private final KeyPair sealing = P256.newPair();
    private final KeyPair signing = P256.newPair();
    private final String pushAddress = "fake-push-" + MADE.incrementAndGet();

    private @Nullable String token;
    private @Nullable ShownPin last;
    private Duration ahead = Duration.ZERO;
    private boolean showing;

    /**
     * A device that is not activated yet.
     *
     * @param name what its owner calls it
     * @param clock its own clock, which may be wrong: it corrects itself by the server's answers
     * @param server takes the body of a request and gives that of the answer
     */
    public FakeDevice(String name, InstantSource clock, UnaryOperator<byte[]> server) {
        this.name = Objects.requireNonNull(name, "name");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.server = Objects.requireNonNull(server, "server");
    }

    /**
     * The key that PINs are to be sealed to, as the app hands it over.
     *
     * @return URL-safe Base64 of the 65 bytes of the uncompressed point
     */
    public String sealingKey() {
        return encode(P256.encode(sealing.getPublic()));
    }

    /**
     * The key that requests are to be verified by, as the app hands it over.
     *
     * @return URL-safe Base64 of the 65 bytes of the uncompressed point
     */
    public String signingKey() {
        return encode(P256.encode(signing.getPublic()));
    }

    /**
     * Both keys.
     *
     * @return the public halves
     */
    public DeviceKeys keys() {
        return DeviceKeys.of(P256.encode(sealing.getPublic()), P256.encode(signing.getPublic()));
    }

    /**
     * What its owner calls it.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Where a {@link FakePushGateway} reaches it.
     *
     * @return an address that no other device has
     */
    public String pushAddress() {
        return pushAddress;
    }

    /**
     * Keeps the token that the activation gave; only then can it ask.
     *
     * @param newToken the token in clear
     */
    public void keep(String newToken) {
        token = Objects.requireNonNull(newToken, "newToken");
    }

    /**
     * Asks for the PIN that waits. When its own clock turns out to be more than two minutes from the server's it asks once more.
     *
     * @return what it shows, empty when there is nothing
     */
    public Optional<ShownPin> poll() {
        Answer answer = exchange("poll", "", "");
        return answer.skew().compareTo(MOST_SKEW) > 0 ? exchange("poll", "", "").pin() : answer.pin();
    }

    /**
     * How long the PIN that is shown is good for, by the server's clock.
     *
     * @return the time left, zero when nothing is shown
     */
    public Duration left() {
        Duration left = shown().map(pin -> Duration.between(serverTime(), pin.expires()))
                .orElse(Duration.ZERO);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Says that the login whose PIN it showed last is not its owner's.
     *
     * @return whether the login has been ended
     * @throws AssertionError if it never showed any
     */
    public boolean notMe() {
        if (last == null) {
            throw new AssertionError("the device was never shown a PIN: there is nothing to disown");
        }
        String login = last.login();
        String generation = Integer.toString(last.generation());
        return exchange(
                        "not-me",
                        "\n" + login + "\n" + generation,
                        ",\"login\":\"" + login + "\",\"generation\":" + generation)
                .done();
    }

    /**
     * Asks to be active no longer.
     *
     * @return whether it is not
     */
    public boolean deactivate() {
        return exchange("deactivate", "", "").done();
    }

    /**
     * A signed request for the PIN that waits, to be replayed or tampered with.
     *
     * @return the body
     */
    public byte[] pollRequest() {
        return request("poll", "", "");
    }

    /**
     * Reads an answer, wherever it comes from, and shows what is in it.
     *
     * @param answer the body
     * @return what it shows, empty when there is nothing
     */
    public Optional<ShownPin> read(byte[] answer) {
        return take(answer).pin();
    }

    private record Answer(Optional<ShownPin> pin, boolean done, Duration skew) {}

    private Answer exchange(String ask, String moreToSign, String moreFields) {
        return take(server.apply(request(ask, moreToSign, moreFields)));
    }

    private byte[] request(String ask, String moreToSign, String moreFields) {
        if (token == null) {
            throw new AssertionError("the device has no token: activate it, and let it keep what that gives");
        }
        long time = serverTime().toEpochMilli();
        String lines = "clave/1/" + ask + "\n" + token + "\n" + time + moreToSign;
        String signature = encode(P256.sign(signing.getPrivate(), lines.getBytes(US_ASCII)));
        String body = "{\"version\":1,\"ask\":\"" + ask + "\",\"token\":\"" + token + "\",\"time\":" + time + moreFields
                + ",\"signature\":\"" + signature + "\"}";
        return body.getBytes(UTF_8);
    }

    private Answer take(byte[] body) {
        FlatJson answer = FlatJson.read("the answer to a device", body, ANSWER);
        if (answer.number("version") != 1 || answer.number("refresh") != REFRESH) {
            throw answer.wrong("must have version 1 and a refresh of " + REFRESH + " seconds");
        }
        Duration before = ahead;
        ahead = Duration.between(clock.instant(), Instant.ofEpochMilli(answer.number("time")));
        Optional<ShownPin> pin = answer.optionalText("sealed").map(text -> open(answer, text));
        showing = pin.isPresent();
        last = pin.orElse(last);
        return new Answer(pin, answer.truth("done"), ahead.minus(before).abs());
    }

    private ShownPin open(FlatJson answer, String ciphertext) {
        byte[] shown = decode(answer.text("shown"));
        try {
            byte[] plain = Hpke.open(sealing, INFO, shown, decode(ciphertext));
            return shownPin(answer.text("login"), FlatJson.read("what is shown", shown, SHOWN), plain);
        } catch (GeneralSecurityException notForUs) {
            throw new AssertionError(
                    "the device cannot open what was sealed: it is another's, or was altered", notForUs);
        }
    }

    private static ShownPin shownPin(String login, FlatJson shown, byte[] plain) {
        PurposeKind purpose = PurposeKind.valueOf(shown.text("purpose"));
        boolean toSign = purpose == PurposeKind.SIGNATURE;
        FlatJson secret = FlatJson.read("what was sealed", plain, toSign ? PLAIN_TO_SIGN : PLAIN);
        return new ShownPin(
                Secret.of(secret.text("pin")),
                shown.text("organisation"),
                purpose,
                shown.text("code"),
                Math.toIntExact(shown.number("generation")),
                Instant.ofEpochMilli(shown.number("issued")),
                Instant.ofEpochMilli(shown.number("expires")),
                login,
                toSign ? Optional.of(secret.text("summary")) : Optional.empty());
    }

    private Optional<ShownPin> shown() {
        return showing ? Optional.ofNullable(last) : Optional.empty();
    }

    private Instant serverTime() {
        return clock.instant().plus(ahead);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    @Override
    public String toString() {
        return "FakeDevice[" + pushAddress + "]";
    }
}
