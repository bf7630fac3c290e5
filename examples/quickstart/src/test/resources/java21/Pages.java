import dev.clave.Clave;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.Mistyped;
import dev.clave.Reason;
import dev.clave.Sentences;
import dev.clave.TryLater;
import dev.clave.WrongPin;
import dev.clave.spi.Language;
import java.time.Instant;

/** A page of a host on Java 21. */
public final class Pages {
    private final Clave clave;

    public Pages(Clave clave) {
        this.clave = clave;
    }

    public String access(LoginHandle handle, String typedPin) {
        // readme: switch
        Sentences sentences = clave.sentences(Language.GL);
        return switch (clave.verify(handle, typedPin)) {
            case Granted granted -> openSession(granted);
            case WrongPin wrong -> askAgain(sentences.of(wrong));       // attemptsLeft()
            case Mistyped mistyped -> askAgain(sentences.of(mistyped)); // not a PIN at all: costs nothing
            case TryLater later -> wait(later.at(), sentences.of(later));
            case Denied(Reason reason) when reason == Reason.PIN_EXPIRED -> offerAnother(sentences.of(reason));
            case Denied denied -> startAgain(sentences.of(denied));     // used, cancelled, replaced, blocked, …
        };
        // readme: end
    }

    private static String openSession(Granted granted) {
        return "session of " + granted.subject();
    }

    private static String askAgain(String sentence) {
        return "ask again: " + sentence;
    }

    private static String wait(Instant at, String sentence) {
        return "wait until " + at + ": " + sentence;
    }

    private static String offerAnother(String sentence) {
        return "offer another: " + sentence;
    }

    private static String startAgain(String sentence) {
        return "start again: " + sentence;
    }
}
