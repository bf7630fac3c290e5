package dev.clave.internal.state;

import java.util.function.Function;

/**
 * What to remember, and what may be said once it is. The same state again means that there is nothing to write.
 *
 * @param next what to remember
 * @param answer what may be said
 */
public record Decision<S extends EntryState, A>(S next, A answer) {

    /** The same, with something else to say. */
    public <B> Decision<S, B> saying(Function<A, B> other) {
        return new Decision<>(next, other.apply(answer));
    }
}
