package dev.clave.benchmarks.logins;

import dev.clave.MemoryPinStore;
import dev.clave.PinPolicy;
import dev.clave.benchmarks.stores.Keys;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A desk over the store in memory, in which some logins are open and wait for their PIN. */
@State(Scope.Benchmark)
public class ClaveLogins {
    private static final long LIFE = PinPolicy.STANDARD.loginLife().toMillis();

    /** How many logins are open, besides those of the 50,000 who log in. */
    @Param({"0", "1000", "1000000"})
    public int live;

    private final SteppingClock clock = new SteppingClock();
    private final Desk desk = new Desk(MemoryPinStore.withCapacity(2_000_000, clock), Keys.ring(), clock);

    /** Warms up, and opens the logins that stay open. */
    @Setup(Level.Trial)
    public void open() {
        desk.warmUp();
        desk.leaveWaiting(live);
    }

    /** Were they over, it would be another benchmark. */
    @TearDown(Level.Trial)
    public void check() {
        if (live > 0 && clock.running() >= LIFE) {
            throw new IllegalStateException("the live logins ended meanwhile: measure for a shorter time");
        }
    }

    Desk desk() {
        return desk;
    }
}
