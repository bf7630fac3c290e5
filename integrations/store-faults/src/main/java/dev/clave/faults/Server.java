package dev.clave.faults;

import java.util.Optional;

/** The one server under all stores, whose processes a run can kill and stop. */
interface Server extends AutoCloseable {

    /** Starts it for the first time, and makes what the store needs. */
    void prepare();

    /** Starts it on the data that are there, and waits until it answers. */
    void start();

    /** Its process, which has all others as its descendants; empty before it was started. */
    Optional<Process> process();

    /** SIGKILL, to all of its processes. */
    default void kill() {
        process().ifPresent(Signals::kill);
    }

    /** SIGSTOP: it answers nothing, and breaks nothing off. */
    default void freeze() {
        process().ifPresent(Signals::stop);
    }

    /** SIGCONT. */
    default void thaw() {
        process().ifPresent(Signals::go);
    }

    /** Where it listens. */
    int port();

    @Override
    default void close() {
        kill();
    }
}
