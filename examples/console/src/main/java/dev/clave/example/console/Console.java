package dev.clave.example.console;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * A login with clave, from the first page to the last, in a terminal.
 *
 * <p>{@code --lang=gl} chooses the language (es, ca, va, gl, eu, en), {@code --tour} plays the guided tour. Answers may also come through a
 * pipe; when it is empty the tour is played.
 */
public final class Console {
    private final Screen screen;
    private final Keyboard keyboard;
    private final InstantSource time;

    Console(Screen screen, Keyboard keyboard, InstantSource time) {
        this.screen = screen;
        this.keyboard = keyboard;
        this.time = time;
    }

    /**
     * Plays until the visitor leaves or the input ends.
     *
     * @param args {@code --lang=} and a language, {@code --tour}
     */
    public static void main(String[] args) {
        Terminal terminal = Terminal.here(System.getenv());
        Screen screen = new Screen(System.out, Terminal.charset());
        Keyboard keyboard = new Keyboard(new Lines(System.in, Terminal.charset()), screen, terminal);
        new Console(screen, keyboard, InstantSource.system()).play(args, System.getenv());
    }

    void play(String[] args, Map<String, String> environment) {
        DemoClock clock = new DemoClock(time);
        Speech speech = new Speech(screen, clock, Tongue.of(args, environment));
        greet(speech, Tongue.isUnknown(args));
        if (List.of(args).contains("--tour")) {
            Tour.play(speech);
            return;
        }
        screen.lines(People.table(speech));
        speech.say("help");
        new Conversation(new Office(clock), speech, keyboard, () -> Tour.play(speech)).play();
        if (keyboard.wasEmpty()) {
            screen.note(speech.text("tour.instead"));
            Tour.play(speech);
        } else {
            speech.say("bye");
        }
    }

    private void greet(Speech speech, boolean languageUnknown) {
        screen.line("");
        if (languageUnknown) {
            speech.say("language.unknown", Map.of("languages", String.join(", ", Command.TONGUES)));
        }
        screen.title(speech.text("title"));
        speech.say("about");
    }
}
