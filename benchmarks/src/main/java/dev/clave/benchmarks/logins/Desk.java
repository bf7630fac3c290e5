package dev.clave.benchmarks.logins;

import dev.clave.AccessOutcome;
import dev.clave.Budget;
import dev.clave.Clave;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.PinPolicy;
import dev.clave.PinSent;
import dev.clave.Refused;
import dev.clave.WrongPin;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Message;
import dev.clave.spi.PinMessage;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where 50,000 people log in, one after the other. Time moves 10 steps of the clock with each login, so that everybody comes back after 16 seconds
 * and finds the pause between two sends over and the budgets full. The policy is STANDARD but for that pause and for the budgets of logins and of
 * sends, which nobody could meet so often. Registry, channel and audit cost nothing. Whatever is not as it should be throws.
 */
public final class Desk {
    static final int PEOPLE = 50_000;

    /**
     * Until somebody comes back the pause between two sends is over, though their thread may have stood still for a while. Where no PIN is sent
     * one step does: 1.6 seconds.
     */
    private static final int STEPS_OF_A_LOGIN = 10;

    private static final Budget ONE_A_SECOND = new Budget(10, Duration.ofSeconds(1));
    private static final PinPolicy POLICY = PinPolicy.builder()
            .logins(ONE_A_SECOND)
            .sends(ONE_A_SECOND)
            .sendPause(Duration.ofSeconds(10))
            .build();

    /** So many that what a login runs is compiled, whether or not others are left waiting, which would do the same. */
    private static final int WARMING = 10_000;

    private final String[] people = Crowd.numbers(PEOPLE);
    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentHashMap<Thread, String> received = new ConcurrentHashMap<>();
    private final SteppingClock clock;
    private final Clave clave;

    /**
     * A desk over a store.
     *
     * @param store where the entries are
     * @param keys with which
     * @param clock by which
     */
    public Desk(PinStore store, KeyRing keys, SteppingClock clock) {
        this.clock = clock;
        this.clave = Clave.builder()
                .registry(new Crowd())
                .channel(Route.SMS, this::receive)
                .audit(event -> {})
                .keys(keys)
                .policy(POLICY)
                .store(store)
                .clock(clock)
                .build();
    }

    private DeliveryResult receive(Message message) {
        received.put(Thread.currentThread(), ((PinMessage) message).revealPin());
        return DeliveryResult.accepted();
    }

    /**
     * Opens so many logins of people who do nothing more, once they have been sent their PIN.
     *
     * @param count how many, 1,900,000 at the most
     */
    public void leaveWaiting(int count) {
        String[] all = Crowd.numbers(PEOPLE + count);
        for (int i = PEOPLE; i < all.length; i++) {
            sent(identified(all[i]));
        }
    }

    /**
     * Opens so many logins, each of which ends with a wrong PIN.
     *
     * @param count how many, 1,900,000 at the most
     */
    public void leaveWithAWrongPin(int count) {
        String[] all = Crowd.numbers(PEOPLE + count);
        for (int i = PEOPLE; i < all.length; i++) {
            LoginHandle login = sent(identified(all[i]));
            String wrong = pin().startsWith("2") ? "3" : "2";
            if (!(clave.verify(login, wrong + pin().substring(1)) instanceof WrongPin)) {
                throw new IllegalStateException("a wrong PIN was not refused");
            }
        }
    }

    /**
     * Refuses so many whom nobody knows.
     *
     * @param count how many, 2,000,000 at the most
     */
    public void leaveRefused(int count) {
        for (String stranger : Crowd.strangers(count)) {
            if (!(clave.identify(stranger, Crowd.CONTRAST) instanceof Refused)) {
                throw new IllegalStateException("a stranger was not refused");
            }
        }
    }

    /** Logs people in until what a login runs is compiled. */
    public void warmUp() {
        for (int i = 0; i < WARMING; i++) {
            login();
        }
    }

    /**
     * The first step alone. It moves the clock less, for it needs no pause between two sends.
     *
     * @return the login
     */
    public LoginHandle identify() {
        return nextIdentified(1);
    }

    /**
     * The first two steps.
     *
     * @return the login
     */
    public LoginHandle identifyAndObtain() {
        return sent(nextIdentified(STEPS_OF_A_LOGIN));
    }

    /**
     * A whole login.
     *
     * @return the grant
     */
    public AccessOutcome login() {
        LoginHandle login = identifyAndObtain();
        AccessOutcome outcome = clave.verify(login, pin());
        if (outcome instanceof Granted) {
            return outcome;
        }
        throw new IllegalStateException("nobody was let in: " + outcome);
    }

    private LoginHandle nextIdentified(int steps) {
        clock.step(steps);
        return identified(people[Math.floorMod(next.getAndIncrement(), PEOPLE)]);
    }

    LoginHandle identified(String number) {
        if (clave.identify(number, Crowd.CONTRAST) instanceof Identified login) {
            return login.handle();
        }
        throw new IllegalStateException("no login was opened");
    }

    LoginHandle sent(LoginHandle login) {
        if (clave.obtainPin(login) instanceof PinSent) {
            return login;
        }
        throw new IllegalStateException("no PIN was sent");
    }

    /** The PIN that this thread had sent last. */
    String pin() {
        return received.get(Thread.currentThread());
    }

    Clave clave() {
        return clave;
    }
}
