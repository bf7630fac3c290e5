package dev.clave.example.console;

import java.util.Map;
import java.util.Optional;

/** Asks, and sees to the commands that may be typed at any question. */
final class Questions {
    private final Answers answers;
    private final Speech speech;
    private final DemoClock clock;
    private boolean over;

    Questions(Answers answers, Speech speech, DemoClock clock) {
        this.answers = answers;
        this.speech = speech;
        this.clock = clock;
    }

    /** Whether the visitor has left, or the input has ended. */
    boolean areOver() {
        return over;
    }

    /** Asks until there is an answer; empty when the visitor leaves, or would rather start over. */
    Optional<String> ask(Page page, String key) {
        while (true) {
            Optional<String> typed = answers.next(page, speech.text(key)).map(String::strip);
            over = typed.isEmpty();
            Optional<Command> command = typed.flatMap(Command::of);
            if (command.isEmpty()) {
                return typed;
            }
            if (!stays(command.get())) {
                return Optional.empty();
            }
        }
    }

    Optional<String> ask(String key) {
        return ask(Page.NONE, key);
    }

    /** Does what was asked for; whether the same question comes again afterwards. */
    private boolean stays(Command command) {
        if (command instanceof Command.Forward forward) {
            clock.putForward(forward.time());
            speech.say("clock.now", Map.of("time", speech.now()));
        } else if (command instanceof Command.Speak speak) {
            speech.speak(speak.language());
            speech.say("language.now");
        } else if (command instanceof Command.Help) {
            speech.screen().lines(People.table(speech));
            speech.say("help");
        }
        over = command instanceof Command.Quit;
        return !over && !(command instanceof Command.StartOver);
    }
}
