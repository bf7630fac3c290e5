package dev.clave.benchmarks;

import dev.clave.AccessOutcome;
import dev.clave.Budget;
import dev.clave.Clave;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.MemoryPinStore;
import dev.clave.PinPolicy;
import dev.clave.PinSent;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Message;
import dev.clave.spi.PinMessage;
import dev.clave.spi.Route;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A clave over the store in memory in which some logins are open and wait for their PIN, of people who do nothing more.
 *
 * <p>Those who log in are 25,000, one after the other. Time moves half a millisecond with each login, so that everybody comes back after 12.5
 * seconds and finds the pause between two sends over and the budgets full. The policy is STANDARD but for that pause and for the budgets of
 * logins and of sends, which nobody could meet so often.
 */
@State(Scope.Benchmark)
public class ClaveLogins {
    private static final int PEOPLE = 25_000;
    private static final long LIFE = PinPolicy.STANDARD.loginLife().toMillis();

    /** How many logins are open. */
    @Param({"0", "1000"})
    public int live;

    private final ThreadLocal<String> received = new ThreadLocal<>();
    private final AtomicInteger next = new AtomicInteger();
    private final SteppingClock clock = new SteppingClock();
    private final String[] people = Crowd.numbers(PEOPLE);
    private final Clave clave = Clave.builder()
            .registry(new Crowd())
            .channel(Route.SMS, this::receive)
            .audit(event -> {})
            .keys(KeyRing.ephemeral())
            .policy(PinPolicy.builder()
                    .logins(new Budget(10, Duration.ofSeconds(1)))
                    .sends(new Budget(10, Duration.ofSeconds(1)))
                    .sendPause(Duration.ofSeconds(10))
                    .build())
            .store(MemoryPinStore.withCapacity(2_000_000, clock))
            .clock(clock)
            .build();

    /** Opens the logins that stay open. */
    @Setup(Level.Trial)
    public void open() {
        String[] all = Crowd.numbers(PEOPLE + live);
        for (int i = PEOPLE; i < all.length; i++) {
            sent(all[i]);
        }
    }

    /** Were they over, it would be another benchmark. */
    @TearDown(Level.Trial)
    public void check() {
        if (live > 0 && clock.running() >= LIFE) {
            throw new IllegalStateException("the live logins ended meanwhile: measure for a shorter time");
        }
    }

    private DeliveryResult receive(Message message) {
        received.set(((PinMessage) message).revealPin());
        return DeliveryResult.accepted();
    }

    private LoginHandle sent(String number) {
        LoginHandle login = ((Identified) clave.identify(number, Crowd.CONTRAST)).handle();
        if (clave.obtainPin(login) instanceof PinSent) {
            return login;
        }
        throw new IllegalStateException("no PIN was sent");
    }

    AccessOutcome login() {
        clock.step();
        LoginHandle login = sent(people[Math.floorMod(next.getAndIncrement(), PEOPLE)]);
        AccessOutcome outcome = clave.verify(login, received.get());
        if (outcome instanceof Granted) {
            return outcome;
        }
        throw new IllegalStateException("nobody was let in: " + outcome);
    }
}
