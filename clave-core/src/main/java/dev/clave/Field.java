package dev.clave;

/** What was mistyped. */
public enum Field {
    /** The identity number. */
    NUMBER,
    /** The contrast datum. */
    CONTRAST,
    /** The custom code. */
    CODE,
    /** The PIN. */
    PIN
}
