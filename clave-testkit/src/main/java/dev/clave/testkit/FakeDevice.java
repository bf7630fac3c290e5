package dev.clave.testkit;

import dev.clave.spi.DeviceKeys;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phone with the app: it has keys of its own, asks the server with signed requests, opens what was sealed to it, and
 * counts down by the server's time, whatever its own clock says.
 *
 * <pre>{@code
 * FakeDevice device = new FakeDevice("Pixel 9", clock, server);   // server: the body of a request in, of an answer out
 * device.keep(token);                                             // what the activation gave
 * String pin = device.poll().orElseThrow().revealPin();
 * }</pre>
 *
 * <p>It is strict. An answer that has not exactly the fields that are documented, or a PIN that was not sealed to this
 * device together with what is shown beside it, is an {@link AssertionError}. What the server throws goes through.
 */
public final class FakeDevice {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final Duration WRONG_CLOCK = Duration.ofMinutes(2);
    private static final Pattern TOKEN = Pattern.compile("[!#-\\[\\]-~]+");

    private final String name;
    private final InstantSource clock;
    private final UnaryOperator<byte[]> server;
    private final String pushAddress = "fake-push-" + MADE.incrementAndGet();
    private final KeyPair sealing = P256.newPair();
    private final KeyPair signing = P256.newPair();

    private volatile Duration ahead = Duration.ZERO;
    private volatile @Nullable String token;
    private volatile @Nullable ShownPin shown;
    private volatile @Nullable ShownPin last;

    /**
     * A device that nobody has activated yet, with new keys and a push address that no other has.
     *
     * @param name what its owner calls it
     * @param clock the phone's own clock, which may be wrong
     * @param server takes the body of a request and gives the body of its answer
     */
    public FakeDevice(String name, InstantSource clock, UnaryOperator<byte[]> server) {
        this.name = Objects.requireNonNull(name, "name");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.server = Objects.requireNonNull(server, "server");
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
     * Where a push service reaches the app.
     *
     * @return such as {@code fake-push-1}, another for each device
     */
    public String pushAddress() {
        return pushAddress;
    }

    /**
     * The public key that PINs are sealed to, as the app hands it over at its activation.
     *
     * @return the 65 bytes of the uncompressed point, in URL-safe Base64 without padding
     */
    public String sealingKey() {
        return FlatJson.encoded(P256.encode(sealing.getPublic()));
    }

    /**
     * The public key that requests are verified by, as the app hands it over at its activation.
     *
     * @return the 65 bytes of the uncompressed point, in URL-safe Base64 without padding
     */
    public String signingKey() {
        return FlatJson.encoded(P256.encode(signing.getPublic()));
    }

    /**
     * Both public keys.
     *
     * @return the keys
     */
    public DeviceKeys keys() {
        return DeviceKeys.of(P256.encode(sealing.getPublic()), P256.encode(signing.getPublic()));
    }

    /**
     * Keeps what the activation gave. Only then can the device ask, and it can still ask once it was deactivated.
     *
     * @param newToken the token, in place of any earlier one
     * @throws AssertionError if it is not of printable ASCII characters without spaces, quotes and backslashes
     */
    public void keep(String newToken) {
        if (!TOKEN.matcher(newToken).matches()) {
            throw new AssertionError("a token has printable ASCII characters, none of which needs an escape");
        }
        token = newToken;
    }

    /**
     * Asks whether there is a PIN, and sets the device's time by the answer. If it was over 2 minutes wrong, for which
     * the server may have refused, the device asks once more.
     *
     * @return what the app shows, empty when there is nothing for this device
     * @throws AssertionError if the device has no token, or the answer is not as documented
     */
    public Optional<ShownPin> poll() {
        return show(ask("poll", null));
    }

    /**
     * Reads an answer to a poll as if it had come just now.
     *
     * @param answer the body
     * @return what the app shows, empty when there is nothing for this device
     * @throws AssertionError if the answer is not as documented
     */
    public Optional<ShownPin> read(byte[] answer) {
        DeviceAnswer read = DeviceAnswer.read(answer);
        learn(read.time());
        return show(read);
    }

    /**
     * What {@link #poll} would send just now, for a test that replays or forges it.
     *
     * @return the body, with a signature of its own each time
     * @throws AssertionError if the device has no token
     */
    public byte[] pollRequest() {
        return request("poll", null);
    }

    /**
     * The countdown: how long the PIN that is shown lives on, by the server's time.
     *
     * @return the time left; zero when it is over, or nothing is shown
     */
    public Duration left() {
        ShownPin pin = shown;
        Duration left = pin == null ? Duration.ZERO : Duration.between(now(), pin.expires());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Says that the login whose PIN was shown last is not the owner's. Once that is done nothing is shown.
     *
     * @return whether the server has ended the login
     * @throws AssertionError if none was ever shown, or the answer is not as documented
     */
    public boolean notMe() {
        ShownPin disowned = last;
        if (disowned == null) {
            throw new AssertionError("no PIN was ever shown on this device");
        }
        return done(ask("not-me", disowned));
    }

    /**
     * Asks for the device's own deactivation. Once that is done nothing is shown.
     *
     * @return whether the server has done it
     * @throws AssertionError if the device has no token, or the answer is not as documented
     */
    public boolean deactivate() {
        return done(ask("deactivate", null));
    }

    private DeviceAnswer ask(String what, @Nullable ShownPin about) {
        DeviceAnswer answer = DeviceAnswer.read(server.apply(request(what, about)));
        boolean wasWrong = learn(answer.time());
        if (!wasWrong || answer.done()) {
            return answer;
        }
        DeviceAnswer second = DeviceAnswer.read(server.apply(request(what, about)));
        learn(second.time());
        return second;
    }

    private byte[] request(String ask, @Nullable ShownPin about) {
        String kept = token;
        if (kept == null) {
            throw new AssertionError("this device was given no token: it can ask once it is activated");
        }
        return new SignedRequest(ask, kept, now().toEpochMilli(), about).body(signing.getPrivate());
    }

    /** The server's time, as far as the device knows it. */
    private Instant now() {
        return clock.instant().plus(ahead);
    }

    /** Sets the device's time; whether it was so wrong that the server may have refused. */
    private boolean learn(Instant time) {
        boolean wasWrong = Duration.between(now(), time).abs().compareTo(WRONG_CLOCK) > 0;
        ahead = Duration.between(clock.instant(), time);
        return wasWrong;
    }

    private Optional<ShownPin> show(DeviceAnswer answer) {
        if (answer.done()) {
            throw new AssertionError("an answer to a poll must not say that something was done");
        }
        Optional<ShownPin> pin = answer.pin().map(one -> one.open(sealing));
        if (pin.filter(opened -> !answer.time().isBefore(opened.expires())).isPresent()) {
            throw new AssertionError("an answer must not have a PIN that is dead by the time of the same answer");
        }
        shown = pin.orElse(null);
        last = pin.orElse(last);
        return pin;
    }

    private boolean done(DeviceAnswer answer) {
        if (answer.done()) {
            shown = null;
        }
        return answer.done();
    }

    /** The fingerprint of its keys. */
    @Override
    public String toString() {
        return "FakeDevice[" + keys() + "]";
    }
}
