package dev.clave.example.console;

import java.util.List;
import java.util.Optional;

/** Answers that are typed, or come through a pipe. */
final class Keyboard implements Answers {
    private final Lines lines;
    private final Screen screen;
    private final Terminal terminal;
    private boolean answered;

    Keyboard(Lines lines, Screen screen, Terminal terminal) {
        this.lines = lines;
        this.screen = screen;
        this.terminal = terminal;
    }

    /** Whether the input has ended before anything was answered, and nobody sits there. */
    boolean wasEmpty() {
        return !answered && !terminal.isThere();
    }

    @Override
    public Optional<String> next(Page page, String question) {
        Optional<String> answer = read(page, question);
        answered |= answer.filter(typed -> !typed.isBlank()).isPresent();
        if (answer.isEmpty() || !terminal.isThere()) {
            screen.echo(answer.orElse(""));
        } else {
            screen.line("");
        }
        return answer;
    }

    private Optional<String> read(Page page, String question) {
        List<String> shown = page.lines();
        screen.ask(shown, question);
        if (shown.isEmpty() || !terminal.canRepaint()) {
            return lines.next();
        }
        LivePage live = LivePage.start(screen, page, shown);
        try {
            return lines.next();
        } finally {
            live.stop();
        }
    }
}
