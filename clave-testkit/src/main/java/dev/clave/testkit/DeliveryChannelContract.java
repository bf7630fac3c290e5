package dev.clave.testkit;

import static dev.clave.testkit.Contracts.check;

import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Language;
import dev.clave.spi.Message;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.PinMessage;
import dev.clave.spi.Secret;
import dev.clave.spi.SecurityNotice;
import dev.clave.spi.SendId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What a {@link DeliveryChannel} that sends texts must do, as tests: extend it, let the channel talk to a stand-in of
 * the gateway, and say what has arrived there.
 */
@TestMethodOrder(MethodOrderer.DisplayName.class)
public abstract class DeliveryChannelContract {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * What the stand-in of the gateway was asked to send.
     *
     * @param to the number, a plus sign and digits
     * @param text the text
     * @param id the send id, where the gateway has a place for one
     */
    public record Arrived(String to, String text, Optional<String> id) {}

    /** For the class that extends this one. */
    protected DeliveryChannelContract() {}

    /**
     * The channel, and a gateway that works. Called once by each rule.
     *
     * @return the channel
     */
    protected abstract DeliveryChannel channel();

    /**
     * What that gateway was asked to send, the oldest first.
     *
     * @return what has arrived since {@link #channel} was called
     */
    protected abstract List<Arrived> arrived();

    /**
     * A channel whose gateway refuses every message.
     *
     * @return empty unless overridden: the rule that needs it is skipped
     */
    protected Optional<DeliveryChannel> refusedChannel() {
        return Optional.empty();
    }

    /**
     * A channel whose gateway cannot be reached: a wrong port will do.
     *
     * @return empty unless overridden: the rule that needs it is skipped
     */
    protected Optional<DeliveryChannel> unreachableChannel() {
        return Optional.empty();
    }

    /**
     * A channel with a deadline of a second or so, whose gateway takes the message and never answers.
     *
     * @return empty unless overridden: the rule that needs it is skipped
     */
    protected Optional<DeliveryChannel> hangingChannel() {
        return Optional.empty();
    }

    /**
     * How many threads send at once.
     *
     * @return 8 unless overridden
     */
    protected int threads() {
        return 8;
    }

    @Test
    @DisplayName("Rule 01: an accepted message arrives once, at its number")
    final void rule01() {
        DeliveryChannel channel = channel();
        accept(channel, pin(FakePeople.ANA.phone(), "Your PIN is KX3QPA."), "Rule 01");
        accept(channel, pin(FakePeople.CAROL.phone(), "Your PIN is KX3QPA, too."), "Rule 01");
        List<String> numbers = arrived().stream().map(Arrived::to).toList();
        check(
                numbers.equals(List.of(
                        FakePeople.ANA.phone().value(), FakePeople.CAROL.phone().value())),
                "Rule 01: each accepted message must be handed over once, to its own number in international form");
    }

    @Test
    @DisplayName("Rule 02: the text arrives as it is")
    final void rule02() {
        DeliveryChannel channel = channel();
        String text = "KX3QPA: ñ Ñ à è é ù ì ò Ç Ü ¿ ¡ € [ ] { } \\ ~ ^ | @ £ $ % & < > \" ' + \n@example.org #KX3QPA";
        accept(channel, pin(FakePeople.ANA.phone(), text), "Rule 02");
        check(
                arrived().stream().map(Arrived::text).toList().equals(List.of(text)),
                "Rule 02: the text must arrive unchanged, with its line break and every letter of the GSM 7-bit"
                        + " alphabet");
    }

    @Test
    @DisplayName("Rule 03: a notice is sent like a PIN")
    final void rule03() {
        DeliveryChannel channel = channel();
        String text = "Many wrong PINs.";
        accept(channel, notice(text), "Rule 03");
        check(
                arrived().stream().map(Arrived::text).toList().equals(List.of(text)),
                "Rule 03: a security notice must be sent as well; only a PinMessage has a PIN");
    }

    @Test
    @DisplayName("Rule 04: the send id goes with the message")
    final void rule04() {
        DeliveryChannel channel = channel();
        List<Message> messages = List.of(pin(FakePeople.ANA.phone(), "KX3QPA"), pin(FakePeople.ANA.phone(), "KX3QPA"));
        messages.forEach(message -> accept(channel, message, "Rule 04"));
        List<String> ids =
                arrived().stream().flatMap(message -> message.id().stream()).toList();
        Contracts.given(ids.stream().findFirst(), "Rule 04", "the send id in arrived()");
        check(
                ids.equals(
                        messages.stream().map(message -> message.id().value()).toList()),
                "Rule 04: hand the send id to the gateway as it is, so that a message that is tried again is sent"
                        + " once");
    }

    @Test
    @DisplayName("Rule 05: many at once each arrive once, with their own text")
    final void rule05() {
        DeliveryChannel channel = channel();
        List<FakePerson> people = FakePeople.crowd(threads());
        try (Race race = new Race("Rule 05", threads())) {
            for (int i = 0; i < 20; i++) {
                race.round(thread -> {
                    PhoneNumber to = people.get(thread).phone();
                    accept(channel, pin(to, "KX3QPA for " + to.value()), "Rule 05");
                    return true;
                });
            }
        }
        List<Arrived> all = arrived();
        check(
                all.size() == 20 * threads(),
                "Rule 05: each message must arrive once, whoever else sends at the same time");
        check(
                all.stream().allMatch(message -> message.text().equals("KX3QPA for " + message.to())),
                "Rule 05: each message must arrive with its own text, whoever else sends at the same time");
    }

    @Test
    @DisplayName("Rule 06: a refusal of the gateway is told")
    final void rule06() {
        DeliveryChannel channel = Contracts.given(refusedChannel(), "Rule 06", "refusedChannel");
        DeliveryResult result = channel.deliver(pin(FakePeople.ANA.phone(), "KX3QPA"));
        check(
                result instanceof DeliveryResult.Refused refused
                        && refused.reason() != DeliveryResult.Reason.UNCONFIRMED,
                "Rule 06: a message that the gateway refuses must be Refused, with the reason that fits; UNCONFIRMED"
                        + " is for no answer");
    }

    @Test
    @DisplayName("Rule 07: a gateway that cannot be reached is told")
    final void rule07() {
        DeliveryChannel channel = Contracts.given(unreachableChannel(), "Rule 07", "unreachableChannel");
        Optional<DeliveryResult> result;
        try {
            result = Optional.of(channel.deliver(pin(FakePeople.ANA.phone(), "KX3QPA")));
        } catch (RuntimeException counts) {
            result = Optional.empty();
        }
        check(
                result.map(DeliveryResult.Refused.class::isInstance).orElse(true),
                "Rule 07: a message for a gateway that cannot be reached must be Refused, or a throw, never Accepted");
    }

    @Test
    @DisplayName("Rule 08: a gateway that does not answer is told as UNCONFIRMED, within the deadline")
    final void rule08() {
        DeliveryChannel channel = Contracts.given(hangingChannel(), "Rule 08", "hangingChannel");
        DeliveryResult result = Assertions.assertTimeoutPreemptively(
                PATIENCE,
                () -> channel.deliver(pin(FakePeople.ANA.phone(), "KX3QPA")),
                "Rule 08: give the channel a deadline of a few seconds (DeadlineChannel)");
        check(
                result.equals(DeliveryResult.refused(DeliveryResult.Reason.UNCONFIRMED)),
                "Rule 08: a message whose answer does not come in time must be UNCONFIRMED, for it may still arrive");
    }

    @Test
    @DisplayName("Rule 09: neither results nor exceptions nor the channel itself print a message")
    final void rule09() {
        PinMessage message = pin(FakePeople.ANA.phone(), "Your PIN is KX3QPA.");
        LeakDetector leaks = new LeakDetector().watch(message);
        List<Object> printed = new ArrayList<>();
        DeliveryChannel working = channel();
        printed.add(working.deliver(message));
        printed.add(working);
        Stream.of(refusedChannel(), unreachableChannel())
                .flatMap(Optional::stream)
                .forEach(broken -> {
                    Contracts.thrown(() -> printed.add(broken.deliver(message))).ifPresent(printed::add);
                    printed.add(broken);
                });
        try {
            leaks.check(printed);
        } catch (AssertionError leak) {
            throw new AssertionError(
                    "Rule 09: print, throw and keep neither PIN nor text nor number: " + leak.getMessage(), leak);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // that null is refused is the rule
    @DisplayName("Rule 10: null is refused with a throw")
    final void rule10() {
        DeliveryChannel channel = channel();
        Message nothing = null;
        check(
                Contracts.thrown(() -> channel.deliver(nothing)).isPresent(),
                "Rule 10: a null message must be refused with a throw");
    }

    private static void accept(DeliveryChannel channel, Message message, String rule) {
        check(
                channel.deliver(message).equals(DeliveryResult.accepted()),
                rule + ": a message that the gateway takes on must be Accepted");
    }

    private static PinMessage pin(PhoneNumber to, String text) {
        Instant expiry = Instant.now().plus(Duration.ofMinutes(10));
        return new PinMessage(sendId(), to, Language.EN, Secret.of(text), Secret.of("KX3QPA"), expiry);
    }

    private static SecurityNotice notice(String text) {
        PhoneNumber to = FakePeople.ANA.phone();
        return new SecurityNotice(sendId(), to, Language.EN, Secret.of(text), SecurityNotice.Kind.MANY_WRONG_PINS);
    }

    private static SendId sendId() {
        return new SendId(UUID.randomUUID().toString());
    }
}
