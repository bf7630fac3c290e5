package dev.clave.faults;

/** What is done to a run. */
public enum Fault {
    /** The server and all its processes are killed with SIGKILL, and it is started again on the same data. */
    KILL_SERVER,
    /** The server is stopped for longer than anybody waits, and goes on where it was. */
    STOP_SERVER,
    /** Answers to writes that were done are swallowed, with their connections. */
    CUT_ANSWERS,
    /** A node is killed with SIGKILL, and another one is started. */
    KILL_NODE,
    /** All of them, in any order. */
    MIXED
}
