package dev.clave.model;

/** The model over a store that is broken, which has to be found out. */
public final class LoginsInABlindStore extends Logins {
    /** A new one. */
    public LoginsInABlindStore() {
        super(clock -> new OneEntryStore.Blind());
    }
}
