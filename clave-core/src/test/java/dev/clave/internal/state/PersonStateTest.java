package dev.clave.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Budget;
import dev.clave.PinPolicy;
import dev.clave.Reason;
import dev.clave.internal.state.Attempt.Right;
import dev.clave.internal.state.Attempt.Wrong;
import dev.clave.internal.state.Login.Phase;
import dev.clave.internal.state.Opening.Mismatch;
import dev.clave.internal.state.Opening.Opened;
import dev.clave.internal.state.Sending.Waiting;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.Route;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PersonStateTest {
    private static final PinPolicy POLICY = PinPolicy.STANDARD;
    private static final LoginId A = new LoginId(1, 1);
    private static final LoginId B = new LoginId(2, 2);
    private static final long T0 = Duration.ofDays(20_000).toMillis();
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private static final PersonState OPEN = opened(PersonState.NEW, A, T0);
    private static final PersonState SENT = sent(OPEN, A, T0);

    private static PersonState opened(PersonState state, LoginId id, long now) {
        return state.open(id, PurposeKind.IDENTIFICATION, true, POLICY, now).next();
    }

    private static PersonState sent(PersonState state, LoginId id, long now) {
        return state.obtain(id, minter(id), POLICY, now).next();
    }

    private static LivePin.Minter minter(LoginId id) {
        return (generation, before, now) -> new LivePin(
                pin(id, generation),
                "key",
                generation,
                before == null ? Code.of("AB12") : before.code(),
                Route.SMS,
                now,
                null);
    }

    private static Proof pin(LoginId id, int generation) {
        return new Proof(id.high(), id.low(), generation, 7);
    }

    private static Decision<PersonState, Attempt> right(PersonState state, LoginId id, int generation, long now) {
        return state.attempt(id, pin -> pin(id, generation), POLICY, now);
    }

    private static Decision<PersonState, Attempt> wrong(PersonState state, LoginId id, long now) {
        return state.attempt(id, pin -> new Proof(0, 0, 0, 0), POLICY, now);
    }

    private static Login login(PersonState state) {
        return Objects.requireNonNull(state.login());
    }

    @Nested
    class Identifying {
        @Test
        void opens_a_login_that_ends_after_thirty_minutes() {
            var decision = PersonState.NEW.open(A, PurposeKind.SIGNATURE, true, POLICY, T0);
            assertThat(decision.answer()).isEqualTo(new Opened(T0 + 30 * MINUTE));
            assertThat(login(decision.next()).purpose()).isEqualTo(PurposeKind.SIGNATURE);
        }

        @Test
        void replaces_the_login_before() {
            PersonState next = opened(SENT, B, T0 + 1);
            assertThat(login(next)).isEqualTo(Login.opened(B, PurposeKind.IDENTIFICATION, T0 + 1));
            assertThat(right(next, A, 1, T0 + 2).answer()).isEqualTo(new Stopped(Reason.NOT_CURRENT));
        }

        @Test
        void charges_a_mismatch_and_nothing_else() {
            var decision = SENT.mismatch(false, POLICY, T0);
            assertThat(decision.answer()).isEqualTo(new Mismatch());
            assertThat(decision.next().login()).isEqualTo(SENT.login());
            assertThat(decision.next().budgets().wrongData().strangers()).isEqualTo(T0 + 28 * MINUTE + 48 * SECOND);
            assertThat(decision.next().budgets().wrongData().known()).isZero();
        }

        @Test
        void a_mismatch_forgets_nothing_that_still_counts() {
            long soon = T0 + SECOND;
            PersonState missed = wrong(SENT, A, soon).next();
            PersonState next = missed.mismatch(false, POLICY, soon + SECOND).next();
            assertThat(next.budgets().wrongPins()).isEqualTo(missed.budgets().wrongPins());
            assertThat(next.budgets().lastSendAt()).as("the pause goes on").isEqualTo(T0);
            assertThat(next.budgets().sends()).isEqualTo(missed.budgets().sends());
            assertThat(next.budgets().logins()).isEqualTo(missed.budgets().logins());
            assertThat(next.login()).isEqualTo(missed.login());
        }

        @Test
        void a_mismatch_drops_what_counts_no_more() {
            PersonState missed = wrong(SENT, A, T0 + SECOND).next();
            PersonState next = missed.mismatch(false, POLICY, T0 + WrongPins.ROW_LIFE + DAY)
                    .next();
            assertThat(next)
                    .isEqualTo(PersonState.NEW
                            .mismatch(false, POLICY, T0 + WrongPins.ROW_LIFE + DAY)
                            .next());
        }

        @Test
        void fifty_wrong_data_then_wait() {
            PersonState state = PersonState.NEW;
            for (int i = 0; i < 50; i++) {
                assertThat(state.wrongDatumWait(false, POLICY, T0)).isEmpty();
                state = state.mismatch(false, POLICY, T0).next();
            }
            long at = T0 + 28 * MINUTE + 48 * SECOND;
            assertThat(state.wrongDatumWait(false, POLICY, T0)).isEqualTo(OptionalLong.of(at));
            assertThat(state.wrongDatumWait(false, POLICY, at - 1)).isPresent();
            assertThat(state.wrongDatumWait(false, POLICY, at)).isEmpty();
            assertThat(state.wrongDatumWait(true, POLICY, T0))
                    .as("a known browser")
                    .isEmpty();
        }

        @Test
        void five_logins_then_wait_and_the_live_one_stays() {
            PersonState state = PersonState.NEW;
            for (int i = 0; i < 5; i++) {
                state = opened(state, new LoginId(9, i), T0);
            }
            var decision = state.open(B, PurposeKind.IDENTIFICATION, true, POLICY, T0);
            assertThat(decision.answer()).isEqualTo(new Later(T0 + 12 * MINUTE));
            assertThat(decision.next()).isSameAs(state);
            assertThat(state.open(B, PurposeKind.IDENTIFICATION, true, POLICY, T0 + 12 * MINUTE)
                            .answer())
                    .isInstanceOf(Opened.class);
        }

        @Test
        void a_level_that_does_not_suffice_changes_nothing() {
            var decision = SENT.open(B, PurposeKind.IDENTIFICATION, false, POLICY, T0);
            assertThat(decision.answer()).isEqualTo(new Stopped(Reason.LEVEL_TOO_LOW));
            assertThat(decision.next()).isSameAs(SENT);
        }
    }

    @Nested
    class Obtaining {
        @Test
        void makes_the_first_pin() {
            Waiting waiting = (Waiting) OPEN.obtain(A, minter(A), POLICY, T0).answer();
            assertThat(waiting.fresh()).isTrue();
            assertThat(waiting.attemptsLeft()).isEqualTo(3);
            assertThat(waiting.againAt()).isEqualTo(OptionalLong.of(T0 + MINUTE));
        }

        @Test
        void makes_no_second_one() {
            var decision = SENT.obtain(A, minter(A), POLICY, T0 + 5 * MINUTE);
            assertThat(decision.next()).isSameAs(SENT);
            assertThat(((Waiting) decision.answer()).fresh()).isFalse();
        }

        @Test
        void tells_that_it_has_expired() {
            assertThat(SENT.obtain(A, minter(A), POLICY, T0 + 10 * MINUTE).answer())
                    .isEqualTo(new Stopped(Reason.PIN_EXPIRED));
        }

        @Test
        void keeps_the_pause_across_logins() {
            PersonState next = opened(SENT, B, T0 + 1);
            assertThat(next.obtain(B, minter(B), POLICY, T0 + MINUTE - 1).answer())
                    .isEqualTo(new Later(T0 + MINUTE));
            assertThat(next.obtain(B, minter(B), POLICY, T0 + MINUTE).answer()).isInstanceOf(Waiting.class);
        }

        @Test
        void sends_until_twenty_minutes_and_no_later() {
            assertThat(OPEN.obtain(A, minter(A), POLICY, T0 + 20 * MINUTE).answer())
                    .isInstanceOf(Waiting.class);
            assertThat(OPEN.obtain(A, minter(A), POLICY, T0 + 20 * MINUTE + 1).answer())
                    .isEqualTo(new Stopped(Reason.START_AGAIN));
        }

        @Test
        void ten_sends_then_wait() {
            PersonState state = PersonState.NEW;
            long now = T0;
            for (int i = 0; i < 10; i++) {
                now += 12 * MINUTE;
                LoginId id = new LoginId(9, i);
                state = sent(opened(state, id, now), id, now);
                assertThat(login(state).sends()).isEqualTo(1);
            }
            now += 12 * MINUTE;
            Sending answer =
                    opened(state, B, now).obtain(B, minter(B), POLICY, now).answer();
            assertThat(answer).isEqualTo(new Later(T0 + 12 * MINUTE + 2 * HOUR + 24 * MINUTE));
        }
    }

    @Nested
    class AskingAgain {
        @Test
        void needs_a_first_pin() {
            assertThat(OPEN.again(A, minter(A), POLICY, T0).answer()).isEqualTo(new Stopped(Reason.NO_PIN_YET));
        }

        @Test
        void waits_sixty_seconds() {
            assertThat(SENT.again(A, minter(A), POLICY, T0 + MINUTE - 1).answer())
                    .isEqualTo(new Later(T0 + MINUTE));
            assertThat(SENT.again(A, minter(A), POLICY, T0 + MINUTE).answer()).isInstanceOf(Waiting.class);
        }

        @Test
        @DisplayName(
                "F04 the old PIN is dead in the same step, attempts stay used, the code stays, the life starts anew")
        void kills_the_old_pin() {
            PersonState tried = wrong(SENT, A, T0).next();
            long at = T0 + 9 * MINUTE + 30 * SECOND;
            var decision = tried.again(A, minter(A), POLICY, at);
            PersonState again = decision.next();
            assertThat(((Waiting) decision.answer()).attemptsLeft()).isEqualTo(2);
            assertThat(((Waiting) decision.answer()).pin().code()).isEqualTo(Code.of("AB12"));
            assertThat(right(again, A, 1, at + MINUTE).answer()).isInstanceOf(Wrong.class);
            assertThat(right(again, A, 2, at + 10 * MINUTE - 1).answer()).isInstanceOf(Right.class);
            assertThat(right(again, A, 2, at + 10 * MINUTE).answer()).isEqualTo(new Stopped(Reason.PIN_EXPIRED));
        }

        @Test
        void revives_a_login_whose_pin_has_expired() {
            assertThat(SENT.again(A, minter(A), POLICY, T0 + 15 * MINUTE).answer())
                    .isInstanceOf(Waiting.class);
        }

        @Test
        void three_sends_then_start_again() {
            PersonState state = SENT;
            for (int i = 1; i <= 2; i++) {
                state = state.again(A, minter(A), POLICY, T0 + i * MINUTE).next();
            }
            assertThat(((Waiting) state.status(A, POLICY, T0 + 3 * MINUTE)).againAt())
                    .isEmpty();
            assertThat(state.again(A, minter(A), POLICY, T0 + 3 * MINUTE).answer())
                    .isEqualTo(new Stopped(Reason.START_AGAIN));
        }

        @Test
        void tells_no_time_that_would_be_too_late() {
            PersonState late = sent(OPEN, A, T0 + 19 * MINUTE + 30 * SECOND);
            assertThat(((Waiting) late.status(A, POLICY, T0 + 19 * MINUTE + 31 * SECOND)).againAt())
                    .isEmpty();
        }
    }

    @Nested
    class Verifying {
        @Test
        void grants_once() {
            var first = right(SENT, A, 1, T0 + MINUTE);
            assertThat(first.answer()).isInstanceOf(Right.class);
            var second = right(first.next(), A, 1, T0 + MINUTE);
            assertThat(second.answer()).isEqualTo(new Stopped(Reason.ALREADY_USED));
            assertThat(second.next()).isSameAs(first.next());
            assertThat(login(first.next()).pin()).as("the proof is gone").isNull();
        }

        @Test
        @DisplayName("S04 alive at 9:59.999, dead at 10:00.000")
        void expires_to_the_millisecond() {
            assertThat(right(SENT, A, 1, T0 + 10 * MINUTE - 1).answer()).isInstanceOf(Right.class);
            assertThat(right(SENT, A, 1, T0 + 10 * MINUTE).answer()).isEqualTo(new Stopped(Reason.PIN_EXPIRED));
        }

        @Test
        void three_wrong_pins_end_the_login() {
            var one = wrong(SENT, A, T0);
            var two = wrong(one.next(), A, T0);
            var three = wrong(two.next(), A, T0);
            assertThat(((Wrong) one.answer()).attemptsLeft()).isEqualTo(2);
            assertThat(((Wrong) two.answer()).attemptsLeft()).isEqualTo(1);
            assertThat(((Wrong) three.answer()).attemptsLeft()).isZero();
            assertThat(login(three.next()).phase()).isEqualTo(Phase.OVER);
            var fourth = right(three.next(), A, 1, T0);
            assertThat(fourth.answer()).isEqualTo(new Stopped(Reason.TOO_MANY_WRONG_PINS));
            assertThat(fourth.next()).isSameAs(three.next());
        }

        @Test
        void a_handle_of_the_past_touches_nothing() {
            PersonState next = sent(opened(SENT, B, T0), B, T0 + MINUTE);
            var decision = wrong(next, A, T0 + MINUTE);
            assertThat(decision.answer()).isEqualTo(new Stopped(Reason.NOT_CURRENT));
            assertThat(decision.next()).isSameAs(next);
        }

        @Test
        void a_login_ends_at_thirty_minutes() {
            PersonState late = sent(OPEN, A, T0 + 20 * MINUTE);
            assertThat(right(late, A, 1, T0 + 30 * MINUTE - 1).answer()).isInstanceOf(Right.class);
            assertThat(right(late, A, 1, T0 + 30 * MINUTE).answer()).isEqualTo(new Stopped(Reason.NOT_CURRENT));
        }

        @Test
        void needs_a_pin() {
            assertThat(right(OPEN, A, 1, T0).answer()).isEqualTo(new Stopped(Reason.NO_PIN_YET));
        }

        @Test
        void over_the_budget_nothing_is_compared() {
            PersonState state = PersonState.NEW;
            long now = T0;
            for (int i = 0; i < 4; i++) {
                LoginId id = new LoginId(9, i);
                now += 12 * MINUTE;
                state = sent(opened(state, id, now), id, now);
                int tries = i == 3 ? 1 : 3;
                for (int t = 0; t < tries; t++) {
                    state = wrong(state, id, now).next();
                }
            }
            LoginId last = new LoginId(9, 3);
            Attempt answer = state.attempt(
                            last,
                            pin -> {
                                throw new AssertionError("compared");
                            },
                            POLICY,
                            now)
                    .answer();
            assertThat(answer).isEqualTo(new Later(T0 + 12 * MINUTE + 2 * HOUR + 24 * MINUTE));
            assertThat(((Waiting) state.status(last, POLICY, now)).attemptsLeft())
                    .isZero();
        }
    }

    @Nested
    class InARow {
        private PersonState wrongInARow(int count) {
            Budgets budgets = new Budgets(0, 0, 0, WrongData.NONE, new WrongPins(0, count, T0 - DAY));
            return sent(opened(new PersonState(null, budgets), A, T0), A, T0);
        }

        @Test
        void half_of_it_is_told_once() {
            assertThat(((Wrong) wrong(wrongInARow(48), A, T0).answer()).half()).isFalse();
            assertThat(((Wrong) wrong(wrongInARow(49), A, T0).answer()).half()).isTrue();
            assertThat(((Wrong) wrong(wrongInARow(50), A, T0).answer()).half()).isFalse();
        }

        @Test
        @DisplayName("F13 the hundredth blocks, whatever comes next, until unblocked")
        void the_hundredth_blocks() {
            var decision = wrong(wrongInARow(99), A, T0);
            assertThat(((Wrong) decision.answer()).blocked()).isTrue();
            assertThat(((Wrong) decision.answer()).attemptsLeft()).isZero();
            PersonState blocked = decision.next();
            assertThat(right(blocked, A, 1, T0).answer()).isEqualTo(new Stopped(Reason.BLOCKED));
            assertThat(blocked.open(B, PurposeKind.IDENTIFICATION, true, POLICY, T0 + DAY)
                            .answer())
                    .isEqualTo(new Stopped(Reason.BLOCKED));
            PersonState unblocked = blocked.unblock().next();
            assertThat(right(unblocked, A, 1, T0).answer()).isInstanceOf(Right.class);
            assertThat(unblocked.budgets().wrongPins().fullAt())
                    .isEqualTo(blocked.budgets().wrongPins().fullAt());
        }

        @Test
        void a_row_of_one_blocks_and_does_not_warn() {
            PinPolicy strict = PinPolicy.builder().wrongPinsInARow(1).build();
            Wrong only = (Wrong)
                    SENT.attempt(A, pin -> new Proof(0, 0, 0, 0), strict, T0).answer();
            assertThat(only.blocked()).isTrue();
            assertThat(only.half()).isFalse();
        }

        @Test
        void ends_after_four_hundred_days() {
            PersonState blocked = wrong(wrongInARow(99), A, T0).next();
            long end = T0 + 400 * DAY;
            assertThat(blocked.open(B, PurposeKind.IDENTIFICATION, true, POLICY, end - 1)
                            .answer())
                    .isEqualTo(new Stopped(Reason.BLOCKED));
            assertThat(blocked.open(B, PurposeKind.IDENTIFICATION, true, POLICY, end)
                            .answer())
                    .isInstanceOf(Opened.class);
        }

        @Test
        void a_grant_clears_it_and_nothing_else() {
            PersonState before = wrongInARow(7);
            PersonState after = right(before, A, 1, T0).next();
            assertThat(after.budgets().wrongPins()).isEqualTo(WrongPins.NONE);
            assertThat(after.budgets().withoutRow()).isSameAs(after.budgets());
            assertThat(after.budgets().logins()).isEqualTo(before.budgets().logins());
            assertThat(after.budgets().sends()).isEqualTo(before.budgets().sends());
        }
    }

    @Nested
    class Ending {
        @Test
        void a_cancelled_login_grants_nothing() {
            var decision = SENT.cancel(A, POLICY, T0);
            assertThat(decision.answer()).isEqualTo(new Stopped(Reason.CANCELLED));
            assertThat(right(decision.next(), A, 1, T0).answer()).isEqualTo(new Stopped(Reason.CANCELLED));
        }

        @Test
        void a_granted_login_stays_granted() {
            PersonState granted = right(SENT, A, 1, T0).next();
            var decision = granted.cancel(A, POLICY, T0);
            assertThat(decision.answer()).isEqualTo(new Stopped(Reason.ALREADY_USED));
            assertThat(decision.next()).isSameAs(granted);
        }

        @Test
        void forgetting_ends_the_login_and_keeps_the_counts() {
            PersonState tried = wrong(SENT, A, T0).next();
            PersonState forgotten = tried.forget().next();
            assertThat(forgotten.login()).isNull();
            assertThat(forgotten.budgets()).isEqualTo(tried.budgets());
            assertThat(forgotten.forget().next()).isSameAs(forgotten);
        }
    }

    @Nested
    class Keeping {
        @Test
        void as_long_as_the_login_or_any_budget_means_something() {
            assertThat(OPEN.meaningfulUntil(POLICY)).isEqualTo(T0 + 30 * MINUTE);
            assertThat(SENT.meaningfulUntil(POLICY)).isEqualTo(T0 + 2 * HOUR + 24 * MINUTE);
            assertThat(PersonState.NEW.mismatch(false, POLICY, T0).next().meaningfulUntil(POLICY))
                    .isEqualTo(T0 + 28 * MINUTE + 48 * SECOND);
            assertThat(wrong(SENT, A, T0).next().meaningfulUntil(POLICY)).isEqualTo(T0 + 400 * DAY);
            assertThat(right(wrong(SENT, A, T0).next(), A, 1, T0).next().meaningfulUntil(POLICY))
                    .isEqualTo(T0 + 2 * HOUR + 24 * MINUTE);
        }

        @Test
        void as_long_as_the_pause_after_a_send() {
            PinPolicy slow = PinPolicy.builder()
                    .sendPause(Duration.ofMinutes(10))
                    .sends(new Budget(10, Duration.ofSeconds(10)))
                    .build();
            Budgets sent = Budgets.NEW.afterSend(slow, T0);
            assertThat(new PersonState(null, sent).meaningfulUntil(slow)).isEqualTo(T0 + 10 * MINUTE);
            assertThat(PersonState.NEW.meaningfulUntil(slow)).isZero();
        }
    }
}
