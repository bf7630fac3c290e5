package dev.clave;

/** What happens when the app cannot be told of a PIN: its channel refuses, or is down. */
public enum AppFallback {
    /** The same PIN goes by SMS in the same call, as a second send. */
    SMS,
    /** Nothing: the person asks for an SMS, which brings a new PIN, after the pause between two sends. */
    NONE
}
