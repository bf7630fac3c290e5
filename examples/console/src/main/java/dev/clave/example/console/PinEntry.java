package dev.clave.example.console;

import dev.clave.Activated;
import dev.clave.Clave;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.Mistyped;
import dev.clave.NotSent;
import dev.clave.Outcome;
import dev.clave.PinOutcome;
import dev.clave.PinSent;
import dev.clave.Purpose;
import dev.clave.Reason;
import dev.clave.WrongPin;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.ShownPin;
import java.util.Map;
import java.util.Optional;

/** The last page: the PIN is typed, asked for again, or comes too late. */
final class PinEntry {
    private static final String ALTERED = " [+1]";

    private final Office office;
    private final Speech speech;
    private final Questions questions;

    PinEntry(Office office, Speech speech, Questions questions) {
        this.office = office;
        this.speech = speech;
        this.questions = questions;
    }

    /** Whether the login has come to its end; if not, the visitor has left it. */
    boolean enter(Login login, PinSent sent) {
        PinPage page = new PinPage(speech, office, login, sent);
        Optional<String> typed = questions.ask(page, "ask.pin");
        while (typed.isPresent()) {
            if (ends(login, page, typed.get())) {
                return true;
            }
            typed = questions.ask(page, "ask.pin");
        }
        return false;
    }

    private boolean ends(Login login, PinPage page, String typed) {
        return switch (typed) {
            case "" -> false; // to look at the phone again
            case "1" -> again(login, page);
            case "2" -> copied(login, page, login.errand());
            case "3" ->
                login.errand() instanceof Errand.Sign sign
                        && copied(login, page, new Errand.Sign(sign.text() + ALTERED));
            case "5" -> page.app().map(app -> disowned(login, app)).orElseGet(() -> typed(login, typed));
            default -> typed(login, typed);
        };
    }

    private boolean typed(Login login, String pin) {
        return told(login, checked(login, pin, login.errand()));
    }

    private boolean copied(Login login, PinPage page, Errand errand) {
        Optional<String> pin = pinOnPhone(login, page);
        if (pin.isEmpty()) {
            speech.say("app.nothing");
        }
        return pin.filter(copy -> told(login, checked(login, copy, errand))).isPresent();
    }

    private Optional<String> pinOnPhone(Login login, PinPage page) {
        return page.app()
                .map(app -> app.poll().map(ShownPin::revealPin))
                .orElseGet(() -> Optional.of(office.phoneOf(login.person()).lastPin()));
    }

    private Outcome checked(Login login, String pin, Errand errand) {
        Clave clave = office.clave();
        if (errand instanceof Errand.Sign sign) {
            return clave.verify(login.handle(), pin, sign.text());
        }
        return errand instanceof Errand.Activate activation
                ? clave.devices().activate(login.handle(), pin, activation.offer())
                : clave.verify(login.handle(), pin);
    }

    /** Says what came of it; whether that is the end. */
    private boolean told(Login login, Outcome outcome) {
        speech.say(outcome);
        if (outcome instanceof Granted granted) {
            welcome(granted);
        }
        if (outcome instanceof Activated activated && login.errand() instanceof Errand.Activate activation) {
            activation.device().keep(activated.token().revealToken());
            office.handOver(login.person(), activation.device());
        }
        if (outcome instanceof WrongPin wrong) {
            return wrong.attemptsLeft() == 0;
        }
        return !(outcome instanceof Mistyped || outcome.equals(new Denied(Reason.PIN_EXPIRED)));
    }

    /** Here a host would change the session id and let the person in. */
    private void welcome(Granted granted) {
        speech.say(
                "granted",
                Map.of(
                        "person", granted.person().masked(),
                        "subject", granted.subject(),
                        "level", speech.text("level." + granted.level())));
        if (granted.purpose() instanceof Purpose.Signature signature) {
            speech.say("granted.sign", Map.of("digest", signature.digest().toString()));
        }
    }

    private boolean again(Login login, PinPage page) {
        Clave clave = office.clave();
        PinOutcome outcome = page.app().isPresent()
                ? clave.requestAgain(login.handle(), Route.SMS)
                : clave.requestAgain(login.handle());
        if (outcome instanceof PinSent newer) {
            page.show(newer);
            speech.say("pin.newer");
        } else {
            speech.say(outcome);
        }
        return false;
    }

    /** What the phone says ends the login; the browser learns it from the status. */
    private boolean disowned(Login login, FakeDevice app) {
        speech.say(app.notMe() ? "app.disowned" : "app.nothing");
        PinOutcome status = office.clave().status(login.handle());
        speech.say(status);
        return status.equals(new NotSent(Reason.CANCELLED));
    }
}
