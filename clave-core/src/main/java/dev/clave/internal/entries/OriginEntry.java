package dev.clave.internal.entries;

import dev.clave.internal.state.OriginState;

/** An entry of an origin. */
final class OriginEntry extends Entry {
    private final OriginState state;

    OriginEntry(long version, long keepUntil, OriginState state) {
        super(version, keepUntil);
        this.state = state;
    }

    @Override
    OriginState state() {
        return state;
    }
}
