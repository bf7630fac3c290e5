package dev.clave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PinPolicyBuilderTest {
    private static final Duration TOO_LONG = Duration.ofSeconds(Long.MAX_VALUE);

    @Test
    @DisplayName("G07 a PIN space of 15 bits is refused with its arithmetic until it is acknowledged")
    void aSmallSpaceIsRefusedWithItsArithmetic() {
        PinPolicyBuilder builder = PinPolicy.builder(Preset.CLAVE_PIN);
        PolicyException refusal = catchThrowableOfType(PolicyException.class, builder::build);
        assertThat(refusal)
                .hasMessage("this policy cannot be used:\n"
                        + "- under 20 bits: 3 symbols of 32 are 32,768 PINs (15.0 bits), and a stranger who"
                        + " knows a person's document has 3 tries in 24 hours (3 and one back every 1 d): 1 in"
                        + " 10,923; make it harder or acknowledge(Risk.UNDER_TWENTY_BITS)");
        assertThat(builder.acknowledge(Risk.UNDER_TWENTY_BITS).build().pinLength())
                .isEqualTo(3);
    }

    @Test
    void twentyBitsAreEnoughAndOneLessIsNot() {
        assertThatCode(PinPolicy.builder().pinLength(4)::build).doesNotThrowAnyException();
        PolicyException digits = refusalOf(b -> b.alphabet(Alphabet.DIGITS));
        assertThat(digits.problems()).singleElement().asString().contains("1,000,000 PINs (19.9 bits)");
    }

    @Test
    void overOneInTenThousandADayIsRefusedUntilAcknowledged() {
        // 104 of 1,048,576 is 1 in 10,082; 105 is 1 in 9,986
        UnaryOperator<PinPolicyBuilder> allowed = b -> b.pinLength(4).wrongPins(new Budget(104, Duration.ofDays(1)));
        UnaryOperator<PinPolicyBuilder> over = b -> b.pinLength(4).wrongPins(new Budget(105, Duration.ofDays(1)));
        assertThatCode(allowed.apply(PinPolicy.builder())::build).doesNotThrowAnyException();
        assertThat(refusalOf(over).problems())
                .containsExactly("over 1 in 10,000 per person in the worst 24 hours: 4 symbols of 32 are 1,048,576 PINs"
                        + " (20.0 bits), and a stranger who knows a person's document has 105 tries in 24 hours"
                        + " (105 and one back every 1 d): 1 in 9,986;"
                        + " make it harder or acknowledge(Risk.OVER_ONE_IN_TEN_THOUSAND_A_DAY)");
        assertThat(refusalOf(b -> over.apply(b).acknowledge(Risk.UNDER_TWENTY_BITS))
                        .problems())
                .hasSize(1);
        assertThatCode(over.apply(PinPolicy.builder()).acknowledge(Risk.OVER_ONE_IN_TEN_THOUSAND_A_DAY)::build)
                .doesNotThrowAnyException();
    }

    @Test
    void theRefillCountsAsMuchAsTheBurst() {
        assertThat(refusalOf(b -> b.pinLength(4).wrongPins(new Budget(1, Duration.ofMinutes(10))))
                        .problems())
                .singleElement()
                .asString()
                .contains("144 tries in 24 hours");
    }

    static Stream<Arguments> outOfBounds() {
        return Stream.of(
                refused(b -> b.pinLength(2), "pinLength: 2 is not within 3 to 8"),
                refused(b -> b.pinLength(9), "pinLength: 9 is not within 3 to 8"),
                refused(b -> b.wrongPinsPerLogin(0), "wrongPinsPerLogin: 0 is not within 1 to 10"),
                refused(b -> b.wrongPinsPerLogin(11), "wrongPinsPerLogin: 11 is not within 1 to 10"),
                refused(b -> b.wrongPinsInARow(0), "wrongPinsInARow: 0 is not within 1 to 100"),
                refused(b -> b.wrongPinsInARow(101), "wrongPinsInARow: 101 is not within 1 to 100"),
                refused(b -> b.sendsPerLogin(0), "sendsPerLogin: 0 is not within 1 to 10"),
                refused(b -> b.sendsPerLogin(11), "sendsPerLogin: 11 is not within 1 to 10"),
                refused(b -> b.pinLife(Duration.ofMillis(29_999)), "pinLife: 29 s 999 ms is not within 30 s to 10 min"),
                refused(
                        b -> b.pinLife(Duration.ofMillis(600_001)),
                        "pinLife: 10 min 1 ms is not within 30 s to 10 min"),
                refused(
                        b -> b.pinLife(Duration.ofNanos(60_000_000_001L)),
                        "pinLife: PT1M0.000000001S is not whole milliseconds"),
                refused(
                        b -> b.loginLife(Duration.ofMillis(1_800_001)),
                        "loginLife: 30 min 1 ms is not within 11 min to 30 min"),
                refused(b -> b.loginLife(Duration.ofMinutes(10)), "loginLife: 10 min is not within 11 min to 30 min"),
                refused(b -> b.loginLife(Duration.ZERO), "loginLife: 0 s is not within 11 min to 30 min"),
                refused(b -> b.sendPause(Duration.ofSeconds(9)), "sendPause: 9 s is not within 10 s to 10 min"),
                refused(b -> b.sendPause(Duration.ofHours(1)), "sendPause: 1 h is not within 10 s to 10 min"),
                refused(
                        b -> b.logins(new Budget(401, Duration.ofDays(1))),
                        "logins: 401 and one back every 1 d is not full again within 400 days"),
                refused(b -> b.smsPrefixes(), "smsPrefixes: there is none"),
                refused(b -> b.smsPrefixes("0034"), "smsPrefixes: 0034 is not a plus sign and digits, such as +346"),
                refused(b -> b.smsPrefixes("+346", "+"), "smsPrefixes: + is not a plus sign and digits, such as +346"));
    }

    private static Arguments refused(UnaryOperator<PinPolicyBuilder> change, String problem) {
        return Arguments.of(change, problem);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("outOfBounds")
    void whatIsOutOfBoundsIsRefused(UnaryOperator<PinPolicyBuilder> change, String problem) {
        assertThat(refusalOf(change).problems()).containsExactly(problem);
    }

    @Test
    void theBoundsThemselvesAreAllowed() {
        assertThatCode(PinPolicy.builder()
                        .pinLength(8)
                        .wrongPinsPerLogin(10)
                        .wrongPinsInARow(1)
                        .sendsPerLogin(10)
                        .pinLife(Duration.ofSeconds(30))
                        .loginLife(Duration.ofSeconds(90))
                        .sendPause(Duration.ofSeconds(10))
                        .logins(new Budget(400, Duration.ofDays(1)))::build)
                .doesNotThrowAnyException();
    }

    @Test
    void everyProblemIsToldAtOnce() {
        Budget slow = new Budget(500, Duration.ofDays(1));
        PolicyException refusal = refusalOf(b -> b.pinLength(0)
                .wrongPinsPerLogin(0)
                .wrongPinsInARow(0)
                .sendsPerLogin(0)
                .pinLife(TOO_LONG)
                .loginLife(TOO_LONG)
                .sendPause(TOO_LONG)
                .wrongPins(slow)
                .wrongData(slow)
                .wrongDataOfKnownBrowsers(slow)
                .logins(slow)
                .sends(slow)
                .identifications(slow)
                .smsPrefixes("6"));
        List<String> settings = refusal.problems().stream()
                .map(p -> p.substring(0, p.indexOf(':')))
                .toList();
        assertThat(settings)
                .containsExactly(
                        "pinLength",
                        "wrongPinsPerLogin",
                        "wrongPinsInARow",
                        "sendsPerLogin",
                        "pinLife",
                        "loginLife",
                        "sendPause",
                        "wrongPins",
                        "wrongData",
                        "wrongDataOfKnownBrowsers",
                        "logins",
                        "sends",
                        "identifications",
                        "smsPrefixes");
        assertThat(refusal).hasMessageContainingAll(refusal.problems().toArray(String[]::new));
    }

    @Test
    void bothRisksAreToldAtOnce() {
        assertThat(refusalOf(b -> b.pinLength(3)).problems())
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("under 20 bits"),
                        problem -> assertThat(problem)
                                .startsWith("over 1 in 10,000")
                                .contains("1 in 1,725"));
    }

    private static PolicyException refusalOf(UnaryOperator<PinPolicyBuilder> change) {
        return catchThrowableOfType(PolicyException.class, change.apply(PinPolicy.builder())::build);
    }
}
