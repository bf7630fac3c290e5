package dev.clave.model;

/** The steps over a store that keeps its word. */
public final class StepsInAStore extends Steps {
    /** New ones. */
    public StepsInAStore() {
        super(new OneEntryStore());
    }
}
