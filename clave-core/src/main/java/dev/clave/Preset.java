package dev.clave;

/** Where a {@link PinPolicyBuilder} begins. */
public enum Preset {
    /** The default: PINs of 6 symbols, 30 bits. */
    STANDARD,
    /**
     * Faithful to the public service: PINs of 3 symbols, 15 bits. The space is small, so that the policy asks for
     * {@link Risk#UNDER_TWENTY_BITS} to be acknowledged and a store to be named.
     */
    CLAVE_PIN
}
