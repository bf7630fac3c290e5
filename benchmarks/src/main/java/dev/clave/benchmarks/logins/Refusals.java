package dev.clave.benchmarks.logins;

import dev.clave.AccessOutcome;
import dev.clave.Clave;
import dev.clave.IdentifyOutcome;
import dev.clave.LoginHandle;
import dev.clave.MemoryPinStore;
import dev.clave.Refused;
import dev.clave.WrongPin;
import dev.clave.benchmarks.stores.Keys;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** People whose login waits for its PIN, and strangers of whom one wrong datum is known, over a store that stands still. */
@State(Scope.Benchmark)
public class Refusals {
    private static final int PEOPLE = 5_000;

    private final SteppingClock clock = new SteppingClock();
    private final StandingStore store = new StandingStore(MemoryPinStore.withCapacity(100_000, clock));
    private final Desk desk = new Desk(store, Keys.ring(), clock);
    private final Clave clave = desk.clave();
    private final String[] people = Crowd.numbers(PEOPLE);
    private final String[] strangers = Crowd.strangers(PEOPLE);
    private final LoginHandle[] logins = new LoginHandle[PEOPLE];
    private final String[] wrongPins = new String[PEOPLE];
    private int next;

    /** Writes the entries. From then on every attempt is the first. */
    @Setup
    public void write() {
        for (int i = 0; i < PEOPLE; i++) {
            refused(clave.identify(people[i], Crowd.WRONG_CONTRAST));
            refused(clave.identify(strangers[i], Crowd.CONTRAST));
            logins[i] = desk.sent(desk.identified(people[i]));
            wrongPins[i] = desk.pin().startsWith("A") ? "BBBBBB" : "AAAAAA";
        }
        store.standStill();
    }

    private static IdentifyOutcome refused(IdentifyOutcome outcome) {
        if (outcome instanceof Refused) {
            return outcome;
        }
        throw new IllegalStateException("not refused: " + outcome);
    }

    private int turn() {
        next = next + 1 == PEOPLE ? 0 : next + 1;
        return next;
    }

    AccessOutcome wrongPin() {
        int turn = turn();
        AccessOutcome outcome = clave.verify(logins[turn], wrongPins[turn]);
        if (outcome instanceof WrongPin wrong && wrong.attemptsLeft() == 2) {
            return outcome;
        }
        throw new IllegalStateException("not the first wrong PIN: " + outcome);
    }

    IdentifyOutcome wrongDatum() {
        return refused(clave.identify(people[turn()], Crowd.WRONG_CONTRAST));
    }

    IdentifyOutcome unknownPerson() {
        return refused(clave.identify(strangers[turn()], Crowd.CONTRAST));
    }
}
