package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Budget;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.PinPolicyBuilder;
import dev.clave.PinSent;
import dev.clave.Risk;
import dev.clave.WrongPin;
import dev.clave.identity.IdentityNumber;
import dev.clave.internal.state.Attempt;
import dev.clave.internal.state.Budgets;
import dev.clave.internal.state.Code;
import dev.clave.internal.state.LivePin;
import dev.clave.internal.state.Login;
import dev.clave.internal.state.LoginId;
import dev.clave.internal.state.Proof;
import dev.clave.internal.state.WrongData;
import dev.clave.internal.state.WrongPins;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.Route;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a step takes from the heap, to the byte, which is the same on every machine. */
@Tag("exact")
class AllocationTest {
    private static final Logger LOG = LoggerFactory.getLogger(AllocationTest.class);

    /** What a step may take, on the thirstiest JDK that it is tested on: what it takes today, rounded up to the next hundred. */
    private static final long MOST_TO_IDENTIFY = 8_800;

    private static final long MOST_TO_OBTAIN = 9_200;
    private static final long MOST_TO_VERIFY = 8_100;

    private static final int CALLS = 100;
    private static final FakePerson ANA = FakePeople.ANA;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final WrongData NO_WRONG_DATA = new WrongData(0, 0);
    private static final WrongPins NO_WRONG_PINS = new WrongPins(0, 0, 0);
    private static final LivePin PIN =
            new LivePin(new Proof(1, 2, 3, 4), "key", 1, Code.of("AB12"), Route.SMS, 1, null);
    private static final Login WAITING =
            new Login(new LoginId(1, 2), PurposeKind.IDENTIFICATION, 1, Login.Phase.OPEN, 0, 1, PIN);

    private final Clerk clerk = new Clerk(Clerk.knowing(FakePeople.everybody()), event -> {}, AllocationTest::rules);

    private Object made = new Object();

    /** One person logs in all the time, and spends no budget. */
    private static PinPolicyBuilder rules(PinPolicyBuilder policy) {
        Budget ample = new Budget(10, Duration.ofSeconds(1));
        return policy.logins(ample)
                .sends(ample)
                .sendPause(PAUSE)
                .wrongPins(ample)
                .acknowledge(Risk.OVER_ONE_IN_TEN_THOUSAND_A_DAY);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "99999018D",
                "99.999.018-d",
                " 99999018 D",
                "Z9999911E",
                "z-99999-11-e",
                "99999018A",
                "99999018",
                "K1234567L",
                "A12345674",
                "",
                "\u00F1",
                "hola",
                "123456789012345678901234567890123"
            })
    @DisplayName("V08 to ask whether a number is valid takes nothing, whatever the answer")
    void asking(@Nullable String typed) {
        boolean[] valid = new boolean[1];
        assertThat(AllocatedBytes.ofEach(() -> () -> valid[0] ^= IdentityNumber.isValid(typed)))
                .containsOnly(0);
    }

    @Test
    void identify_takes_the_same_each_time_and_no_more_than_it_may() {
        LoginRequest request = Desk.request(ANA);
        long[] bytes = AllocatedBytes.ofEach(() -> {
            later();
            return () -> must(Identified.class, clerk.clave.identify(request));
        });
        LOG.info("bytes to identify: {}", only(bytes));
        assertThat(only(bytes)).isLessThanOrEqualTo(MOST_TO_IDENTIFY);
    }

    /** A random code that offends is drawn again, which takes a little more; with a chosen one, too, for the draw is the same. */
    @Test
    void obtain_takes_the_same_but_where_a_code_is_drawn_again_and_no_more_than_it_may() {
        long[] bytes = AllocatedBytes.ofEach(() -> {
            LoginHandle login = later().opened(ANA);
            return () -> must(PinSent.class, clerk.clave.obtainPin(login));
        });
        long least = LongStream.of(bytes).min().orElseThrow();
        LOG.info("bytes to obtain a PIN: {}", least);
        assertThat(LongStream.of(bytes).filter(taken -> taken == least).count()).isGreaterThan(CALLS * 9 / 10);
        assertThat(least).isLessThanOrEqualTo(MOST_TO_OBTAIN);
    }

    @Test
    void verify_takes_the_same_each_time_and_no_more_than_it_may() {
        long right = only(AllocatedBytes.ofEach(this::rightPin));
        long wrong = only(AllocatedBytes.ofEach(this::wrongPin));
        LOG.info("bytes to verify a right PIN: {}", right);
        LOG.info("bytes to verify a wrong PIN: {}", wrong);
        assertThat(right).isLessThanOrEqualTo(MOST_TO_VERIFY);
        assertThat(wrong).isLessThan(right);
    }

    /** A wrong PIN has to be charged, and the right one stays; what follows is the store's, and the answer: after a right PIN a grant with its token. */
    @Test
    void until_it_is_written_a_wrong_pin_takes_what_a_right_one_takes_and_its_charge() {
        long charge = sizeOf(() -> new WrongPins(1, 1, 1))
                + sizeOf(() -> new Budgets(1, 1, 1, NO_WRONG_DATA, NO_WRONG_PINS))
                + sizeOf(WAITING::pin)
                + sizeOf(() -> new Attempt.Wrong(PIN, 2, 1, false, false))
                - sizeOf(() -> new Attempt.Right(PIN));
        assertThat(untilWritten(this::wrongPin)).isEqualTo(untilWritten(this::rightPin) + charge);
    }

    private Runnable rightPin() {
        LoginHandle login = ready();
        String pin = clerk.pin();
        return () -> must(Granted.class, clerk.clave.verify(login, pin));
    }

    private Runnable wrongPin() {
        LoginHandle login = ready();
        String pin = Pins.otherThan(clerk.pin());
        return () -> must(WrongPin.class, clerk.clave.verify(login, pin));
    }

    /** A login of somebody who has given no wrong PIN. */
    private LoginHandle ready() {
        clerk.clave.unblock(ANA.number(), "the desk");
        return later().ready(ANA);
    }

    private Clerk later() {
        clerk.clock.advance(PAUSE);
        return clerk;
    }

    private long untilWritten(Supplier<Runnable> verifying) {
        long[] atWrite = new long[1];
        clerk.beforeWrite = () -> atWrite[0] = AllocatedBytes.now();
        AllocatedBytes.ofEach(verifying);
        long[] bytes = new long[CALLS];
        for (int i = 0; i < bytes.length; i++) {
            Runnable call = verifying.get();
            long before = AllocatedBytes.now();
            call.run();
            bytes[i] = atWrite[0] - before;
        }
        return only(bytes);
    }

    private long sizeOf(Supplier<Object> maker) {
        return only(AllocatedBytes.ofEach(() -> () -> made = maker.get()));
    }

    private static long only(long[] bytes) {
        assertThat(LongStream.of(bytes).distinct().boxed())
                .as(Arrays.toString(bytes))
                .hasSize(1);
        return bytes[0];
    }

    private static void must(Class<?> expected, Object outcome) {
        if (!expected.isInstance(outcome)) {
            throw new AssertionError("another outcome than " + expected);
        }
    }
}
