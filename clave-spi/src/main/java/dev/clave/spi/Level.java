package dev.clave.spi;

/**
 * How a person was registered, in rising order: {@code required.compareTo(registered) <= 0} says whether it suffices
 * (Resolución of 14 December 2015, BOE-A-2015-14215, IV.1).
 */
public enum Level {
    /** With a letter to the known address, or a datum that is known of the person. */
    BASIC,
    /** In person, or with an electronic certificate. */
    ADVANCED
}
