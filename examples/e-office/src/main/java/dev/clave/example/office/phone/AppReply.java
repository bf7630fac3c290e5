package dev.clave.example.office.phone;

import dev.clave.Activated;
import dev.clave.Denied;
import dev.clave.Identified;
import dev.clave.Mistyped;
import dev.clave.NotSent;
import dev.clave.Outcome;
import dev.clave.PinSent;
import dev.clave.Refused;
import dev.clave.Sentences;
import dev.clave.TryLater;
import dev.clave.WrongPin;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the app is told of an outcome: what it goes on with, or a problem; and a sentence for the person. */
final class AppReply {
    private AppReply() {}

    static Map<String, String> of(Outcome outcome, Sentences sentences) {
        Map<String, String> reply = new LinkedHashMap<>();
        if (outcome instanceof Identified login) {
            reply.put("handle", login.handle().revealToken());
        } else if (outcome instanceof Activated activated) {
            reply.put("token", activated.token().revealToken());
        } else if (outcome instanceof PinSent sent) {
            reply.put("code", sent.code());
        } else {
            reply.put("problem", problem(outcome));
        }
        if (outcome instanceof Mistyped mistyped) {
            reply.put("field", mistyped.field().name());
        }
        reply.put("sentence", sentences.of(outcome));
        return reply;
    }

    static String problem(Outcome outcome) {
        if (outcome instanceof Denied denied) {
            return denied.reason().name();
        }
        if (outcome instanceof NotSent notSent) {
            return notSent.reason().name();
        }
        if (outcome instanceof Refused) {
            return "REFUSED";
        }
        if (outcome instanceof TryLater) {
            return "TRY_LATER";
        }
        return outcome instanceof WrongPin ? "WRONG_PIN" : "MISTYPED";
    }
}
