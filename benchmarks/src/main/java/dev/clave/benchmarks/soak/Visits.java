package dev.clave.benchmarks.soak;

import dev.clave.AccessOutcome;
import dev.clave.Clave;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.IdentifyOutcome;
import dev.clave.LoginHandle;
import dev.clave.MemoryPinStore;
import dev.clave.NotSent;
import dev.clave.PinOutcome;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.Refused;
import dev.clave.WrongPin;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Message;
import dev.clave.spi.PinMessage;
import dev.clave.spi.Route;
import java.time.InstantSource;

/**
 * People who log in one after the other, and begin anew when all have been there, each of them another way than the time before. Of twelve,
 * four leave in the middle; one gives a wrong datum first, one a wrong PIN, one three of them, one garbage for a handle; one cancels; three
 * just log in. Every outcome is looked at. For one thread.
 */
final class Visits {
    private static final int WAYS = 12;
    private static final String GARBAGE = "Z2FyYmFnZQ";

    private final int people;
    private final Clave clave;
    private long begun;
    private String received = "";
    private Steps steps = new Steps();

    Visits(int people, MemoryPinStore store, InstantSource clock) {
        this.people = people;
        this.clave = Clave.builder()
                .registry(new People())
                .channel(Route.SMS, this::receive)
                .audit(event -> {})
                .keys(KeyRing.ephemeral())
                .store(store)
                .clock(clock)
                .build();
    }

    private DeliveryResult receive(Message message) {
        received = ((PinMessage) message).revealPin();
        return DeliveryResult.accepted();
    }

    /** What has been measured since the last time. */
    Steps taken() {
        Steps taken = steps;
        steps = new Steps();
        return taken;
    }

    /** A visit of the next person. */
    void next() {
        long number = begun++;
        int person = (int) (number % people);
        visit(People.number(person), (int) ((person + number / people) % WAYS));
    }

    private void visit(String number, int way) {
        switch (way) {
            case 0 -> identified(number);
            case 1, 2, 3 -> sent(number);
            case 4 -> {
                must(Refused.class, identify(number, People.WRONG_CONTRAST));
                logIn(number);
            }
            case 5 -> {
                LoginHandle login = sent(number);
                must(WrongPin.class, verify(login, wrongPin()));
                must(Granted.class, verify(login, received));
            }
            case 6 -> spoil(sent(number));
            case 7 -> {
                touchGarbage();
                logIn(number);
            }
            case 8 -> must(Reason.CANCELLED, clave.cancel(sent(number)));
            default -> logIn(number);
        }
    }

    /** The whole login of somebody who makes no mistake. */
    void logIn(String number) {
        LoginHandle login = sent(number);
        must(Granted.class, verify(login, received));
    }

    private void spoil(LoginHandle login) {
        String right = received;
        String wrong = wrongPin();
        for (int i = 0; i < 3; i++) {
            must(WrongPin.class, verify(login, wrong));
        }
        must(new Denied(Reason.TOO_MANY_WRONG_PINS), verify(login, right));
    }

    private void touchGarbage() {
        LoginHandle garbage = LoginHandle.of(GARBAGE);
        must(new NotSent(Reason.NOT_CURRENT), obtain(garbage));
        must(new Denied(Reason.NOT_CURRENT), verify(garbage, "AAAAAA"));
    }

    private LoginHandle identified(String number) {
        IdentifyOutcome outcome = identify(number, People.CONTRAST);
        must(Identified.class, outcome);
        return ((Identified) outcome).handle();
    }

    private LoginHandle sent(String number) {
        LoginHandle login = identified(number);
        must(PinSent.class, obtain(login));
        return login;
    }

    private String wrongPin() {
        return (received.charAt(0) == 'A' ? 'B' : 'A') + received.substring(1);
    }

    private IdentifyOutcome identify(String number, String contrast) {
        return Steps.timed(steps.identify(), () -> clave.identify(number, contrast));
    }

    private PinOutcome obtain(LoginHandle login) {
        return Steps.timed(steps.obtain(), () -> clave.obtainPin(login));
    }

    private AccessOutcome verify(LoginHandle login, String pin) {
        return Steps.timed(steps.verify(), () -> clave.verify(login, pin));
    }

    private static void must(Class<?> expected, Object outcome) {
        if (!expected.isInstance(outcome)) {
            throw new IllegalStateException(expected.getSimpleName() + " expected, and it was " + outcome);
        }
    }

    private static void must(Object expected, Object outcome) {
        if (!expected.equals(outcome)) {
            throw new IllegalStateException(expected + " expected, and it was " + outcome);
        }
    }
}
