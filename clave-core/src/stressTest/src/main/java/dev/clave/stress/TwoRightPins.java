package dev.clave.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.clave.AccessOutcome;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.Reason;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads give the right PIN of one login. */
@JCStressTest
@Description("S13 two threads give the right PIN of one login: exactly one is let in")
@Outcome(
        id = {"1, 0", "0, 1"},
        expect = ACCEPTABLE,
        desc = "One is let in; the other is told that the PIN was used.")
@Outcome(id = "1, 1", expect = FORBIDDEN, desc = "Both are let in.")
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Nobody is let in.")
@State
public class TwoRightPins {
    private final OpenLogin login = new OpenLogin();

    /** One of them. */
    @Actor
    public void first(II_Result result) {
        result.r1 = told(login.verifyRightPin());
    }

    /** The other. */
    @Actor
    public void second(II_Result result) {
        result.r2 = told(login.verifyRightPin());
    }

    /** What is neither is forbidden, too. */
    private static int told(AccessOutcome outcome) {
        if (outcome instanceof Granted) {
            return 1;
        }
        return outcome instanceof Denied denied && denied.reason() == Reason.ALREADY_USED ? 0 : -1;
    }
}
