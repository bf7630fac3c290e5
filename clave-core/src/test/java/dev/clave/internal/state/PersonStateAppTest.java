package dev.clave.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Budget;
import dev.clave.PinPolicy;
import dev.clave.Reason;
import dev.clave.internal.state.Attempt.Right;
import dev.clave.internal.state.LivePin.Minter;
import dev.clave.internal.state.Login.Phase;
import dev.clave.internal.state.Sending.Waiting;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.DeviceId;
import dev.clave.spi.Route;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What can happen to a PIN that an app can open. */
class PersonStateAppTest {
    private static final PinPolicy POLICY = PinPolicy.STANDARD;
    private static final LoginId A = new LoginId(1, 1);
    private static final LoginId B = new LoginId(2, 2);
    private static final DeviceId PHONE = new DeviceId(3, 3);
    private static final DeviceId OTHER = new DeviceId(3, 4);
    private static final long T0 = Duration.ofDays(20_000).toMillis();
    private static final long MINUTE = 60_000;

    private static final PersonState OPEN =
            PersonState.NEW.open(A, PurposeKind.SIGNATURE, true, POLICY, T0).next();
    private static final PersonState SHOWN =
            OPEN.obtain(A, minter(Route.APP), POLICY, T0).next();

    private static Minter minter(Route route) {
        return (generation, before, now) -> new LivePin(
                proof(generation),
                "key",
                generation,
                before == null ? Code.of("AB12") : before.code(),
                route,
                now,
                route == Route.APP ? SealedPin.of(PHONE, new byte[] {(byte) generation}) : null);
    }

    private static LivePin rerouted(LivePin pin) {
        return new LivePin(
                new Proof(9, pin.generation(), 0, 0),
                "key",
                pin.generation(),
                pin.code(),
                Route.SMS,
                pin.madeAt(),
                pin.sealed());
    }

    private static Proof proof(int generation) {
        return new Proof(1, generation, 0, 0);
    }

    private static Attempt right(PersonState state, int generation, long now) {
        return state.attempt(A, pin -> proof(generation), POLICY, now).answer();
    }

    private static Optional<Login> shown(PersonState state, DeviceId device, long now) {
        return state.shownOn(device, POLICY, now);
    }

    private static Login login(PersonState state) {
        return Objects.requireNonNull(state.login());
    }

    private static @Nullable LivePin pin(PersonState state) {
        return login(state).pin();
    }

    @Test
    void a_device_is_shown_the_login_whose_pin_was_sealed_to_it() {
        assertThat(shown(SHOWN, PHONE, T0)).contains(login(SHOWN));
        assertThat(shown(SHOWN, OTHER, T0)).isEmpty();
        assertThat(shown(OPEN, PHONE, T0)).isEmpty();
        assertThat(shown(PersonState.NEW, PHONE, T0)).isEmpty();
    }

    @Test
    void a_dead_pin_is_not_shown() {
        assertThat(shown(SHOWN, PHONE, T0 + 10 * MINUTE - 1)).isPresent();
        assertThat(shown(SHOWN, PHONE, T0 + 10 * MINUTE)).isEmpty();
    }

    @Test
    void a_spent_pin_is_not_shown() {
        PersonState granted = SHOWN.attempt(A, pin -> proof(1), POLICY, T0 + 1).next();
        assertThat(shown(granted, PHONE, T0 + 2)).isEmpty();
    }

    @Test
    void a_pin_of_an_ended_login_is_not_shown() {
        assertThat(shown(SHOWN.cancel(A, POLICY, T0).next(), PHONE, T0)).isEmpty();
        PersonState replaced =
                SHOWN.open(B, PurposeKind.IDENTIFICATION, true, POLICY, T0).next();
        assertThat(shown(replaced, PHONE, T0)).isEmpty();
    }

    @Test
    void an_sms_takes_the_place_of_the_pin_in_the_app_in_one_step() {
        var again = SHOWN.again(A, minter(Route.SMS), POLICY, T0 + MINUTE);
        assertThat(shown(again.next(), PHONE, T0 + MINUTE)).isEmpty();
        assertThat(right(again.next(), 1, T0 + MINUTE)).isNotInstanceOf(Right.class);
        assertThat(right(again.next(), 2, T0 + MINUTE)).isInstanceOf(Right.class);
    }

    @Test
    void the_pause_holds_for_the_app_too() {
        assertThat(SHOWN.again(A, minter(Route.SMS), POLICY, T0 + MINUTE - 1).answer())
                .isEqualTo(new Later(T0 + MINUTE));
    }

    @Test
    void rerouted_it_is_the_same_pin_as_a_second_send() {
        var decision = SHOWN.reroute(A, 1, PersonStateAppTest::rerouted, POLICY, T0 + 5_000);
        LivePin pin = Objects.requireNonNull(pin(decision.next()));
        assertThat(pin.generation()).isEqualTo(1);
        assertThat(pin.route()).isEqualTo(Route.SMS);
        assertThat(pin.expiresAt(POLICY)).isEqualTo(T0 + 10 * MINUTE);
        assertThat(login(decision.next()).sends()).isEqualTo(2);
        assertThat(decision.next().budgets().lastSendAt()).isEqualTo(T0 + 5_000);
        assertThat(decision.answer())
                .isInstanceOfSatisfying(
                        Waiting.class, waiting -> assertThat(waiting.fresh()).isTrue());
        assertThat(shown(decision.next(), PHONE, T0 + 5_000)).isPresent();
        assertThat(decision.next()
                        .attempt(A, same -> new Proof(9, 1, 0, 0), POLICY, T0 + 5_000)
                        .answer())
                .isInstanceOf(Right.class);
    }

    @Test
    void the_pin_after_a_rerouted_one_is_the_second() {
        PersonState rerouted =
                SHOWN.reroute(A, 1, PersonStateAppTest::rerouted, POLICY, T0).next();
        PersonState next =
                rerouted.again(A, minter(Route.SMS), POLICY, T0 + MINUTE).next();
        assertThat(Objects.requireNonNull(pin(next)).generation()).isEqualTo(2);
        assertThat(login(next).sends()).isEqualTo(3);
    }

    @Test
    void a_pin_that_was_replaced_meanwhile_is_not_rerouted() {
        PersonState next =
                SHOWN.again(A, minter(Route.SMS), POLICY, T0 + MINUTE).next();
        var decision = next.reroute(A, 1, PersonStateAppTest::rerouted, POLICY, T0 + MINUTE);
        assertThat(decision.next()).isSameAs(next);
        assertThat(decision.answer()).isEqualTo(new Stopped(Reason.UNDELIVERABLE));
    }

    @Test
    void a_pin_of_a_login_that_ended_meanwhile_is_not_rerouted() {
        PersonState over = SHOWN.cancel(A, POLICY, T0).next();
        assertThat(over.reroute(A, 1, PersonStateAppTest::rerouted, POLICY, T0).answer())
                .isEqualTo(new Stopped(Reason.CANCELLED));
    }

    @Test
    void without_a_send_left_nothing_is_rerouted() {
        PersonState second =
                SHOWN.again(A, minter(Route.APP), POLICY, T0 + MINUTE).next();
        PersonState third =
                second.again(A, minter(Route.APP), POLICY, T0 + 2 * MINUTE).next();
        assertThat(third.reroute(A, 3, PersonStateAppTest::rerouted, POLICY, T0 + 2 * MINUTE)
                        .answer())
                .isEqualTo(new Stopped(Reason.UNDELIVERABLE));
    }

    @Test
    void without_a_send_of_the_person_left_nothing_is_rerouted() {
        PinPolicy one =
                PinPolicy.builder().sends(new Budget(1, Duration.ofHours(1))).build();
        PersonState sent = OPEN.obtain(A, minter(Route.APP), one, T0).next();
        assertThat(sent.reroute(A, 1, PersonStateAppTest::rerouted, one, T0).answer())
                .isEqualTo(new Stopped(Reason.UNDELIVERABLE));
    }

    @Test
    void nothing_is_rerouted_that_would_not_live_its_life() {
        PersonState late =
                OPEN.obtain(A, minter(Route.APP), POLICY, T0 + 20 * MINUTE).next();
        assertThat(late.reroute(A, 1, PersonStateAppTest::rerouted, POLICY, T0 + 20 * MINUTE + 1)
                        .answer())
                .isEqualTo(new Stopped(Reason.UNDELIVERABLE));
    }

    @Test
    void withdrawn_it_is_dead_and_nothing_is_charged() {
        PersonState gone = SHOWN.withdraw(PHONE).next();
        assertThat(shown(gone, PHONE, T0)).isEmpty();
        assertThat(right(gone, 1, T0)).isEqualTo(new Stopped(Reason.PIN_EXPIRED));
        assertThat(gone.status(A, POLICY, T0)).isEqualTo(new Stopped(Reason.PIN_EXPIRED));
        assertThat(gone.again(A, minter(Route.SMS), POLICY, T0 + MINUTE).answer())
                .isInstanceOfSatisfying(
                        Waiting.class,
                        waiting -> assertThat(waiting.pin().code()).isEqualTo(Code.of("AB12")));
    }

    @Test
    void withdrawn_after_it_went_by_sms_too_it_is_dead_for_the_device_may_have_shown_it() {
        PersonState rerouted =
                SHOWN.reroute(A, 1, PersonStateAppTest::rerouted, POLICY, T0).next();
        PersonState gone = rerouted.withdraw(PHONE).next();
        assertThat(shown(gone, PHONE, T0)).isEmpty();
        assertThat(gone.status(A, POLICY, T0)).isEqualTo(new Stopped(Reason.PIN_EXPIRED));
        assertThat(gone.attempt(A, same -> new Proof(9, 1, 0, 0), POLICY, T0).answer())
                .isEqualTo(new Stopped(Reason.PIN_EXPIRED));
    }

    @Test
    void another_device_withdraws_nothing() {
        assertThat(SHOWN.withdraw(OTHER).next()).isSameAs(SHOWN);
        assertThat(OPEN.withdraw(PHONE).next()).isSameAs(OPEN);
        assertThat(PersonState.NEW.withdraw(PHONE).next()).isSameAs(PersonState.NEW);
    }

    @Test
    void disowned_the_login_is_over() {
        var decision = SHOWN.disown(A, 1, POLICY, T0);
        assertThat(decision.answer()).isEqualTo(new Stopped(Reason.CANCELLED));
        assertThat(login(decision.next()).phase()).isEqualTo(Phase.CANCELLED);
        assertThat(decision.next().disown(A, 1, POLICY, T0).answer()).isEqualTo(new Stopped(Reason.CANCELLED));
    }

    @Test
    void disowned_by_an_earlier_pin_the_login_is_over() {
        PersonState second =
                SHOWN.again(A, minter(Route.SMS), POLICY, T0 + MINUTE).next();
        assertThat(second.disown(A, 1, POLICY, T0 + MINUTE).answer()).isEqualTo(new Stopped(Reason.CANCELLED));
    }

    @Test
    void no_other_login_is_disowned() {
        PersonState other =
                SHOWN.open(B, PurposeKind.IDENTIFICATION, true, POLICY, T0).next();
        var decision = other.disown(A, 1, POLICY, T0);
        assertThat(decision.next()).isSameAs(other);
        assertThat(decision.answer()).isEqualTo(new Stopped(Reason.NOT_CURRENT));
    }

    @Test
    void a_pin_that_was_never_made_disowns_nothing() {
        for (int generation : new int[] {-1, 0, 2}) {
            assertThat(SHOWN.disown(A, generation, POLICY, T0).next()).isSameAs(SHOWN);
        }
        assertThat(OPEN.disown(A, 1, POLICY, T0).next()).isSameAs(OPEN);
    }

    @Test
    void a_login_that_was_granted_stays_granted() {
        PersonState granted = SHOWN.attempt(A, pin -> proof(1), POLICY, T0).next();
        var decision = granted.disown(A, 1, POLICY, T0);
        assertThat(decision.next()).isSameAs(granted);
        assertThat(decision.answer()).isEqualTo(new Stopped(Reason.ALREADY_USED));
    }
}
