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
    PIN,
    /** The key of a device to which PINs are to be sealed. */
    SEALING_KEY,
    /** The key of a device by which its requests are to be verified. */
    SIGNING_KEY,
    /** The name of a device. */
    DEVICE_NAME,
    /** Where the push service reaches a device. */
    PUSH_ADDRESS
}
