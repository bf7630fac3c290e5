package dev.clave.faults;

/** The one server under all stores, whose processes a run can kill and stop. */
interface Server extends AutoCloseable {

    /** Starts it for the first time, and makes what the store needs. */
    void prepare();

    /** Starts it on the data that are there, and waits until it answers. */
    void start();

    /** SIGKILL, to all of its processes. */
    void kill();

    /** SIGSTOP: it answers nothing, and breaks nothing off. */
    void freeze();

    /** SIGCONT. */
    void thaw();

    /** Where it listens. */
    int port();

    @Override
    void close();
}
