package dev.clave.example.console;

import dev.clave.Mistyped;
import dev.clave.PinOutcome;
import dev.clave.PinSent;
import dev.clave.spi.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The third page: "Obtain PIN", with a random code or one of the person's own. */
final class PinRequest {
    private final Office office;
    private final Speech speech;
    private final Questions questions;

    PinRequest(Office office, Speech speech, Questions questions) {
        this.office = office;
        this.speech = speech;
        this.questions = questions;
    }

    /** What was sent; empty when nothing was. */
    Optional<PinSent> obtain(Login login) {
        Optional<String> choice = choice(login);
        while (choice.isPresent()) {
            switch (choice.get()) {
                case "", "1" -> {
                    return sent(office.clave().obtainPin(login.handle()));
                }
                case "2" -> {
                    return customised(login);
                }
                default -> speech.say("choose");
            }
            choice = choice(login);
        }
        return Optional.empty();
    }

    private Optional<String> choice(Login login) {
        Page page = () -> List.of(
                speech.text(
                        login.route().route() == Route.APP ? "obtain.app" : "obtain.sms",
                        Map.of("to", login.route().masked())),
                speech.text("obtain.random"),
                speech.text("obtain.custom"));
        return questions.ask(page, "ask.obtain");
    }

    private Optional<PinSent> customised(Login login) {
        Optional<String> code = questions.ask("ask.code");
        while (code.isPresent()) {
            PinOutcome outcome = office.clave().obtainPin(login.handle(), code.get());
            if (!(outcome instanceof Mistyped)) {
                return sent(outcome);
            }
            speech.say(outcome);
            code = questions.ask("ask.code");
        }
        return Optional.empty();
    }

    private Optional<PinSent> sent(PinOutcome outcome) {
        if (outcome instanceof PinSent sent) {
            return Optional.of(sent);
        }
        speech.say(outcome);
        return Optional.empty();
    }
}
