package dev.clave.example.console;

import java.util.List;

/** What stands above a question. It may change while the question waits, but keeps its number of lines. */
@FunctionalInterface
interface Page {
    /** Nothing. */
    Page NONE = List::of;

    List<String> lines();
}
