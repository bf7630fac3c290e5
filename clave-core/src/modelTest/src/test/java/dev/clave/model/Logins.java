package dev.clave.model;

import dev.clave.Clave;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.NotSent;
import dev.clave.Outcome;
import dev.clave.PinGenerator;
import dev.clave.PinSent;
import dev.clave.WrongPin;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePeople;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * One person, for whom a login is open and a PIN has been sent, and all that can be done next. Three instances share the store and the keys;
 * each draws a PIN of its own, which is what its calls are told apart by. Time stands still, 61 seconds after the first send, so that one
 * more may follow.
 */
public abstract class Logins {
    private static final String FIRST_PIN = "AAAAAA";
    private static final String SECOND_PIN = "BBBBBB";
    private static final String OTHER_PIN = "CCCCCC";
    private static final String NO_PIN = "DDDDDD";

    private final FakeClock clock = new FakeClock();
    private final PinStore store;
    private final Clave first;
    private final Clave second;
    private final Clave other;
    private final LoginHandle login;
    private final LoginHandle otherLogin;

    /** The model over a store. */
    Logins(Function<InstantSource, PinStore> made) {
        store = made.apply(clock);
        first = clave(0);
        second = clave(1);
        other = clave(2);
        otherLogin = opened(other);
        login = opened(first);
        if (!(first.obtainPin(login) instanceof PinSent)) {
            throw new IllegalStateException("the model did not begin as it should");
        }
        clock.advance(Duration.ofSeconds(61));
    }

    private Clave clave(int symbol) {
        return Clave.builder()
                .registry(number -> Optional.of(FakePeople.ANA.person()))
                .channel(Route.SMS, message -> DeliveryResult.accepted())
                .audit(event -> {})
                .keys(FakeKeyRing.fixed())
                .generator(PinGenerator.of(new KnownBytes(symbol)))
                .store(store)
                .clock(clock)
                .build();
    }

    private static LoginHandle opened(Clave clave) {
        return ((Identified) identified(clave)).handle();
    }

    private static Outcome identified(Clave clave) {
        return clave.identify(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast());
    }

    /** A new login, which takes the place of the first one. Its handle always opens the same login: its secret is drawn from the same byte. */
    @Operation
    public String identify() {
        return told(identified(other));
    }

    /** The first PIN of the new login. */
    @Operation
    public String obtain() {
        return told(other.obtainPin(otherLogin));
    }

    /** Another PIN for the first login. */
    @Operation
    public String requestAgain() {
        return told(second.requestAgain(login));
    }

    /** The PIN that was sent first. */
    @Operation
    public String verifyFirst() {
        return told(first.verify(login, FIRST_PIN));
    }

    /** The PIN that is sent when it is requested again. */
    @Operation
    public String verifySecond() {
        return told(second.verify(login, SECOND_PIN));
    }

    /** The PIN of the new login. */
    @Operation
    public String verifyOther() {
        return told(other.verify(otherLogin, OTHER_PIN));
    }

    /** A PIN that is never right. */
    @Operation
    public String verifyWrong() {
        return told(first.verify(login, NO_PIN));
    }

    /** The end of the first login. */
    @Operation
    public String cancel() {
        return first.cancel(login).name();
    }

    private static String told(Outcome outcome) {
        if (outcome instanceof WrongPin wrong) {
            return "WrongPin " + wrong.attemptsLeft();
        }
        if (outcome instanceof Denied denied) {
            return "Denied " + denied.reason();
        }
        if (outcome instanceof NotSent notSent) {
            return "NotSent " + notSent.reason();
        }
        if (outcome instanceof PinSent sent) {
            return "PinSent " + sent.attemptsLeft();
        }
        return outcome instanceof Granted ? "Granted" : outcome.getClass().getSimpleName();
    }
}
