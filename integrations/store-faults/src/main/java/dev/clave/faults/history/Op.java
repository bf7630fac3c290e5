package dev.clave.faults.history;

/** What a process asked for: a step of a login, or a step of the register that is kept in the same store. */
public enum Op {
    /** A login is opened. */
    IDENTIFY,
    /** The first PIN of a login. */
    OBTAIN,
    /** Another PIN. */
    AGAIN,
    /** A PIN is given. */
    VERIFY,
    /** A login is ended. */
    CANCEL,
    /** An entry of the register is read. */
    READ,
    /** The first entry of a register. */
    ADD,
    /** The next entry of a register. */
    REPLACE;

    /**
     * Whether it concerns the register.
     *
     * @return whether it does
     */
    public boolean isOfRegister() {
        return this == READ || this == ADD || this == REPLACE;
    }
}
