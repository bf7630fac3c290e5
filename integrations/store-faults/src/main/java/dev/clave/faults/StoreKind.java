package dev.clave.faults;

/** Which store the processes stand on: a sound one, or one that must be found out. */
public enum StoreKind {
    /** The store that is proven. */
    SOUND,
    /** Reads the version, compares it here and then writes without a condition. */
    UNCONDITIONAL,
    /** Makes a write again that threw, and gives the answer of the second one. */
    REPEATING,
    /** Sound, on a server that acknowledges a commit before it has written it. */
    FORGETFUL
}
