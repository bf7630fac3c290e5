package dev.clave.example.console;

import dev.clave.AccessOutcome;
import dev.clave.Clave;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.Mistyped;
import dev.clave.PinOutcome;
import dev.clave.PinSent;
import dev.clave.Purpose;
import dev.clave.Reason;
import dev.clave.WrongPin;
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
            case "2" -> told(verify(login, pinOnPhone(login), login.toSign()));
            case "3" ->
                login.toSign().isPresent()
                        && told(verify(login, pinOnPhone(login), login.toSign().map(text -> text + ALTERED)));
            default -> told(verify(login, typed, login.toSign()));
        };
    }

    private String pinOnPhone(Login login) {
        return office.phoneOf(login.person()).lastPin();
    }

    private AccessOutcome verify(Login login, String pin, Optional<String> text) {
        Clave clave = office.clave();
        return text.isPresent() ? clave.verify(login.handle(), pin, text.get()) : clave.verify(login.handle(), pin);
    }

    /** Says what came of it; whether that is the end. */
    private boolean told(AccessOutcome outcome) {
        speech.say(outcome);
        if (outcome instanceof Granted granted) {
            welcome(granted);
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
        PinOutcome outcome = office.clave().requestAgain(login.handle());
        if (outcome instanceof PinSent newer) {
            page.show(newer);
            speech.say("pin.newer");
        } else {
            speech.say(outcome);
        }
        return false;
    }
}
