package dev.clave.model;

/** The steps over a store that is broken, which has to be found out. */
public final class StepsInABlindStore extends Steps {
    /** New ones. */
    public StepsInABlindStore() {
        super(new OneEntryStore.Blind());
    }
}
