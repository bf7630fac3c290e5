package dev.clave.internal.state;

import dev.clave.internal.entries.Entries;

/** Breaks two house rules: the heart is pure, and the internals are free of cycles. */
public interface ImpureState {
    /** Where a pure heart has no business. */
    Entries entries();
}
