package dev.clave.spi;

/**
 * A way that a PIN can go. More routes will join: a {@code switch} over them wants a default branch.
 */
public enum Route {
    /** A text message to the person's registered mobile phone. */
    SMS,
    /** The app on the person's active device, which opens what only it can open. */
    APP
}
