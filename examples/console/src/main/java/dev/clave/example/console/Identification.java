package dev.clave.example.console;

import dev.clave.Checked;
import dev.clave.Identified;
import dev.clave.IdentifyOutcome;
import dev.clave.LoginRequest;
import dev.clave.Mistyped;
import dev.clave.Validators;
import dev.clave.identity.Dni;
import dev.clave.identity.IdentityNumber;
import java.util.Map;
import java.util.Optional;

/** The first two pages: the number, and the datum that this kind of document needs. */
final class Identification {
    private final Office office;
    private final Speech speech;
    private final Questions questions;

    Identification(Office office, Speech speech, Questions questions) {
        this.office = office;
        this.speech = speech;
        this.questions = questions;
    }

    /** To say who one is; the number has been typed. */
    Optional<Login> identify(String typed) {
        return number(typed).flatMap(number -> open(number, new Errand.Enter()));
    }

    /** To sign a text, which comes first. */
    Optional<Login> sign() {
        speech.say("sign.about");
        Optional<String> text =
                questions.ask("ask.text").map(typed -> typed.isEmpty() ? speech.text("sign.text") : typed);
        text.ifPresent(announced -> speech.say("sign.announce", Map.of("text", announced)));
        return text.flatMap(announced -> open(new Errand.Sign(announced)));
    }

    /** To activate the app on a phone. */
    Optional<Login> activate() {
        speech.say("activate.about");
        return open(new Errand.Activate(office.newApp()));
    }

    private Optional<Login> open(Errand errand) {
        return questions.ask("ask.number").flatMap(this::number).flatMap(number -> open(number, errand));
    }

    /** Asks again until it is a number. */
    private Optional<IdentityNumber> number(String first) {
        Optional<String> typed = Optional.of(first);
        while (typed.isPresent()) {
            Checked<IdentityNumber> number = Validators.identityNumber(typed.get(), speech.language());
            if (number.accepted().isPresent()) {
                return number.accepted();
            }
            number.complaint().ifPresent(speech.screen()::paragraph);
            typed = questions.ask("ask.number");
        }
        return Optional.empty();
    }

    private Optional<Login> open(IdentityNumber number, Errand errand) {
        String kind = number instanceof Dni ? "date" : "support";
        speech.say("about." + kind);
        Optional<String> datum = questions.ask("ask." + kind);
        while (datum.isPresent()) {
            IdentifyOutcome outcome = office.clave().identify(request(number, datum.get(), errand));
            speech.say(outcome);
            if (outcome instanceof Identified login) {
                return Optional.of(
                        new Login(number, login.handle(), login.routes().get(0), errand));
            }
            datum = outcome instanceof Mistyped ? questions.ask("ask." + kind) : Optional.empty();
        }
        return Optional.empty();
    }

    private LoginRequest request(IdentityNumber number, String datum, Errand errand) {
        LoginRequest request = LoginRequest.of(number.value(), datum).in(speech.language());
        if (errand instanceof Errand.Sign sign) {
            return request.toSign(speech.text("sign.summary"), sign.text());
        }
        return errand instanceof Errand.Activate activation ? request.toActivate(activation.offer()) : request;
    }
}
