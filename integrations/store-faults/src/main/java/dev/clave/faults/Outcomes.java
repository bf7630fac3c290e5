package dev.clave.faults;

import dev.clave.ClaveUnavailableException;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.NotSent;
import dev.clave.Outcome;
import dev.clave.PinSent;
import dev.clave.WrongPin;
import dev.clave.testkit.FakePerson;

/** Puts an outcome into one word and one number. */
final class Outcomes {
    private Outcomes() {}

    static Reply of(Outcome outcome, FakePerson person) {
        if (outcome instanceof Identified login) {
            return new Reply(
                    "Identified", login.endsAt().toEpochMilli(), login.handle().revealToken());
        }
        if (outcome instanceof PinSent sent) {
            return plain("PinSent", sent.attemptsLeft());
        }
        if (outcome instanceof WrongPin wrong) {
            return plain("WrongPin", wrong.attemptsLeft());
        }
        if (outcome instanceof Granted granted) {
            boolean own = granted.person().equals(person.number());
            return plain(own ? "Granted" : "Granted.OTHER_PERSON", granted.at().toEpochMilli());
        }
        if (outcome instanceof Denied denied) {
            return plain("Denied." + denied.reason(), -1);
        }
        return outcome instanceof NotSent not
                ? plain("NotSent." + not.reason(), -1)
                : plain(outcome.getClass().getSimpleName(), -1);
    }

    static Reply of(RuntimeException thrown) {
        String what = thrown instanceof ClaveUnavailableException closed
                ? closed.socket().name()
                : thrown.getClass().getSimpleName();
        return plain("THREW." + what, -1);
    }

    static Reply plain(String word, long value) {
        return new Reply(word, value, "");
    }
}
