package dev.clave.internal.state;

import dev.clave.PinPolicy;

/** What an entry remembers. */
public sealed interface EntryState permits PersonState, OriginState {

    /** From when on an absent entry would mean the same. */
    long meaningfulUntil(PinPolicy policy);
}
