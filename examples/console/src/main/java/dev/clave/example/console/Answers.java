package dev.clave.example.console;

import java.util.Optional;

/** Where answers come from: somebody at a keyboard, a pipe, or the guided tour. */
@FunctionalInterface
interface Answers {
    /**
     * Shows the page and the question, and waits.
     *
     * @return the answer, empty when there are no more
     */
    Optional<String> next(Page page, String question);
}
