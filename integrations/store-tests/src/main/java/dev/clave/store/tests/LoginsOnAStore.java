package dev.clave.store.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.AccessOutcome;
import dev.clave.Clave;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.NotSent;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.TryLater;
import dev.clave.WrongPin;
import dev.clave.spi.AuditEvent.AccessGranted;
import dev.clave.spi.AuditEvent.WrongPinGiven;
import dev.clave.spi.PinStore;
import dev.clave.store.tests.Office.Ready;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePinStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Logins on two nodes that share a store: whatever the store is, they end as they do in memory. */
public abstract class LoginsOnAStore {
    private static final int RACERS = 16;
    private static final int PATIENCE_SECONDS = 60;
    /** Long enough for whatever a race has taken out of the budgets to come back. */
    private static final Duration REST = Duration.ofHours(8);

    /** For the class that extends this one. */
    protected LoginsOnAStore() {}

    /** One more instance over the same data, as another node would have. */
    protected abstract PinStore node();

    /** How often a race is run. */
    protected int rounds() {
        return 20;
    }

    private Office office() {
        return new Office(node(), node());
    }

    private static long count(List<AccessOutcome> outcomes, Class<? extends AccessOutcome> type) {
        return outcomes.stream().filter(type::isInstance).count();
    }

    @Test
    @DisplayName("S01 S14 P02 the right PIN given by all threads at once, on two nodes, is granted exactly once")
    void one_grant() {
        Office office = office();
        for (int round = 0; round < rounds(); round++) {
            Ready login = office.later(REST).ready(FakePeople.ANA);

            List<AccessOutcome> outcomes = race(i -> office.node(i).verify(login.handle(), login.pin()));

            assertThat(count(outcomes, Granted.class)).isEqualTo(1);
            assertThat(outcomes)
                    .filteredOn(outcome -> !(outcome instanceof Granted))
                    .containsOnly(new Denied(Reason.ALREADY_USED));
        }
        assertThat(office.audit.all(AccessGranted.class)).hasSize(rounds());
    }

    @Test
    @DisplayName(
            "S02 S14 P02 of as many wrong PINs as threads, on two nodes, three are answered, and the login is over")
    void three_wrong_pins() {
        Office office = office();
        for (int round = 0; round < rounds(); round++) {
            office.later(REST).node(0).unblock(FakePeople.ANA.number(), "test");
            Ready login = office.ready(FakePeople.ANA);
            List<String> wrong = Office.wrongPins(login.pin(), RACERS);

            List<AccessOutcome> outcomes = race(i -> office.node(i).verify(login.handle(), wrong.get(i)));

            assertThat(outcomes)
                    .filteredOn(WrongPin.class::isInstance)
                    .containsExactlyInAnyOrder(new WrongPin(2), new WrongPin(1), new WrongPin(0));
            assertThat(office.node(1).verify(login.handle(), login.pin()))
                    .isEqualTo(new Denied(Reason.TOO_MANY_WRONG_PINS));
        }
        assertThat(office.audit.all(WrongPinGiven.class)).hasSize(3 * rounds());
    }

    @Test
    @DisplayName("S10 S14 P02 one wrong PIN below the person's budget, of many at once one is answered")
    void last_of_the_budget() {
        Office office = office();
        for (int login = 0; login < 3; login++) {
            office.missTimes(3, office.ready(FakePeople.ANA));
            office.later(Duration.ofMinutes(1));
        }
        Ready last = office.ready(FakePeople.ANA);
        List<String> wrong = Office.wrongPins(last.pin(), RACERS);

        List<AccessOutcome> outcomes = race(i -> office.node(i).verify(last.handle(), wrong.get(i)));

        assertThat(outcomes).filteredOn(WrongPin.class::isInstance).containsExactly(new WrongPin(0));
        assertThat(count(outcomes, TryLater.class)).isEqualTo(RACERS - 1L);
        assertThat(office.audit.all(WrongPinGiven.class)).hasSize(10);
    }

    @Test
    @DisplayName(
            "S05 S06 S07 a PIN given while it is replaced, cancelled or superseded is granted before or dead after")
    void granted_before_or_dead_after() {
        Office office = office();
        for (int round = 0; round < rounds(); round++) {
            Ready login = office.later(REST).ready(FakePeople.ANA);
            office.later(Duration.ofMinutes(1));
            int way = round % 3;

            List<Boolean> done = race(i -> i == 0 ? end(office, way, login) : granted(office, i, login));

            long grants = done.stream().skip(1).filter(granted -> granted).count();
            assertThat(grants).isLessThanOrEqualTo(1);
            assertThat(granted(office, 1, login)).isFalse();
            assertThat(grants + (done.get(0) ? 1 : 0)).isGreaterThanOrEqualTo(1);
        }
    }

    private static boolean granted(Office office, int node, Ready login) {
        return office.node(node).verify(login.handle(), login.pin()) instanceof Granted;
    }

    /** Whether a PIN was replaced, a login cancelled, or another one opened. */
    private static boolean end(Office office, int way, Ready login) {
        Clave node = office.node(1);
        return switch (way) {
            case 0 -> node.requestAgain(login.handle()) instanceof PinSent;
            case 1 -> node.cancel(login.handle()) == Reason.CANCELLED;
            default -> office.open(1, FakePeople.ANA) != null;
        };
    }

    @Test
    @DisplayName("F01 F02 F04 a login ends on another node as it does on its own")
    void one_login() {
        Office office = office();
        Ready used = office.ready(FakePeople.BREIXO);
        assertThat(office.node(1).verify(used.handle(), used.pin())).isInstanceOf(Granted.class);
        assertThat(office.node(0).verify(used.handle(), used.pin())).isEqualTo(new Denied(Reason.ALREADY_USED));

        Ready over = office.ready(FakePeople.CAROL);
        office.missTimes(3, over);
        assertThat(office.node(1).verify(over.handle(), over.pin())).isEqualTo(new Denied(Reason.TOO_MANY_WRONG_PINS));

        Ready old = office.ready(FakePeople.HUGO);
        office.later(Duration.ofSeconds(570));
        assertThat(office.node(1).requestAgain(old.handle())).isInstanceOf(PinSent.class);
        assertThat(office.node(0).verify(old.handle(), old.pin())).isEqualTo(new WrongPin(2));
        office.later(Duration.ofMinutes(10).minusMillis(1));
        assertThat(office.node(1).verify(old.handle(), office.pinOf(FakePeople.HUGO)))
                .isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("F05 F06 a handle is good for its own login and no other, whichever node is asked")
    void two_logins() {
        Office office = office();
        LoginHandle first = office.open(0, FakePeople.ANA);
        Ready second = office.ready(FakePeople.ANA);
        Ready hers = office.ready(FakePeople.HUGO);
        assertThat(office.node(1).verify(first, second.pin())).isEqualTo(new Denied(Reason.NOT_CURRENT));
        assertThat(office.node(1).verify(hers.handle(), second.pin())).isEqualTo(new WrongPin(2));
        assertThat(office.node(1).verify(second.handle(), second.pin())).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("P01 the same acts have the same outcomes as in memory")
    void the_same_outcomes() {
        FakePinStore memory = new FakePinStore();
        Office expected = new Office(memory, memory);
        Office office = office();
        office.clock.set(expected.clock.instant());
        assertThat(Play.outcomes(office)).isEqualTo(Play.outcomes(expected)).hasSizeGreaterThan(20);
    }

    @Test
    @DisplayName("P12 a PIN is dead when its ten minutes are over, though its entry is kept")
    void expiry() {
        Office office = office();
        Ready login = office.ready(FakePeople.ANA);
        office.later(Duration.ofMinutes(10));
        assertThat(office.node(1).verify(login.handle(), login.pin())).isEqualTo(new Denied(Reason.PIN_EXPIRED));
        assertThat(office.node(0).status(login.handle())).isEqualTo(new NotSent(Reason.PIN_EXPIRED));
    }

    private static <T> List<T> race(IntFunction<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(RACERS);
        try {
            CyclicBarrier start = new CyclicBarrier(RACERS);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < RACERS; i++) {
                int racer = i;
                running.add(threads.submit(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return work.apply(racer);
                }));
            }
            return running.stream().map(LoginsOnAStore::answer).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T answer(Future<T> racer) {
        try {
            return racer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("no call may throw because others call at the same time", failed.getCause());
        } catch (Exception stuck) {
            throw new AssertionError("a call has not come back", stuck);
        }
    }
}
