package dev.clave;

import dev.clave.identity.Parsed;
import dev.clave.identity.Problem;
import dev.clave.internal.app.DeviceOffer;
import dev.clave.internal.crypto.P256;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceKeys;
import dev.clave.spi.PushAddress;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an app hands over to have its device activated: two public keys, a name, and where it can be told that there is a PIN. It is
 * handed over twice, when the login is opened and with the PIN; the PIN is good for these keys alone.
 *
 * <p>It is made from whatever came, and never throws: what cannot be used is answered with {@link Mistyped}, which names the field.
 *
 * <p>Immutable and safe for use by many threads. It prints nothing.
 */
public final class NewDevice {
    private final @Nullable Mistyped fault;
    private final @Nullable DeviceOffer offer;

    private NewDevice(@Nullable Mistyped fault, @Nullable DeviceOffer offer) {
        this.fault = fault;
        this.offer = offer;
    }

    /**
     * A device as the app describes it. The keys are points of P-256 in the uncompressed form (65 bytes, the first of them 4: what the
     * Web Cryptography API exports as {@code raw}), in URL-safe Base64 without padding.
     *
     * @param sealingKey the key that PINs are to be sealed to
     * @param signingKey the key that the app's requests are to be verified by, another one
     * @param name what the person knows the device by, 1 to 40 characters
     * @param pushAddress where the push service reaches the app, at most 1,024 printable ASCII characters; null or empty when the app
     *     merely asks
     * @return the device, or what is wrong with it, which the next call tells
     */
    public static NewDevice of(
            @Nullable String sealingKey,
            @Nullable String signingKey,
            @Nullable String name,
            @Nullable String pushAddress) {
        Parsed<byte[]> sealing = P256.parse(sealingKey);
        Parsed<byte[]> signing = P256.parse(signingKey);
        String called = name == null ? "" : name.strip();
        String push = pushAddress == null ? "" : pushAddress;
        Optional<Mistyped> fault = Stream.of(
                        fault(Field.SEALING_KEY, sealing.problem()),
                        fault(Field.SIGNING_KEY, signing.problem().or(() -> sameTwice(sealing, signing))),
                        fault(Field.DEVICE_NAME, nameProblem(called)),
                        fault(Field.PUSH_ADDRESS, pushProblem(push)))
                .flatMap(Optional::stream)
                .findFirst();
        return fault.isPresent()
                ? new NewDevice(fault.get(), null)
                : new NewDevice(null, offer(sealing, signing, called, push));
    }

    private static DeviceOffer offer(Parsed<byte[]> sealing, Parsed<byte[]> signing, String name, String push) {
        DeviceKeys keys = DeviceKeys.of(
                sealing.accepted().orElseThrow(), signing.accepted().orElseThrow());
        return new DeviceOffer(
                keys, name, Optional.of(push).filter(some -> !some.isEmpty()).map(PushAddress::of));
    }

    private static Optional<Mistyped> fault(Field field, Optional<Problem> problem) {
        return problem.map(wrong -> new Mistyped(field, wrong));
    }

    private static Optional<Problem> sameTwice(Parsed<byte[]> sealing, Parsed<byte[]> signing) {
        return Optional.of(Problem.SAME_KEY_TWICE)
                .filter(same -> Arrays.equals(
                        sealing.accepted().orElse(null), signing.accepted().orElseThrow()));
    }

    private static Optional<Problem> nameProblem(String name) {
        if (name.isEmpty() || name.length() > Device.LONGEST_NAME) {
            return Optional.of(name.isEmpty() ? Problem.EMPTY : Problem.TOO_LONG);
        }
        return Optional.of(Problem.CONTROL_CHARACTER)
                .filter(wrong -> name.codePoints().anyMatch(Device::isInvisible));
    }

    private static Optional<Problem> pushProblem(String address) {
        if (address.length() > PushAddress.LONGEST) {
            return Optional.of(Problem.TOO_LONG);
        }
        return address.isEmpty() || PushAddress.isPlain(address) ? Optional.empty() : Optional.of(Problem.MALFORMED);
    }

    /** What is wrong with it. @return the fault, empty when there is none */
    Optional<Mistyped> fault() {
        return Optional.ofNullable(fault);
    }

    /** What was offered, where there is no fault. @return the offer */
    DeviceOffer offer() {
        return Objects.requireNonNull(offer, "offer");
    }

    /** What a login to activate it is for. @return the purpose; of no use when there is a fault */
    Purpose purpose() {
        return offer == null ? new Purpose.Activation(TextDigest.of(new byte[0])) : offer.purpose();
    }

    @Override
    public String toString() {
        return "NewDevice[redacted]";
    }
}
