package dev.clave.faults;

import java.util.Optional;

/**
 * A part of a run.
 *
 * @param fault what was done in it; empty while nothing was
 * @param from the monotonic time of its beginning
 * @param to the monotonic time of its end
 * @param blows how often it was done
 * @param swallowed how many answers to writes that were done were swallowed meanwhile
 */
record Phase(Optional<Fault> fault, long from, long to, int blows, long swallowed) {

    boolean has(long nano) {
        return from <= nano && nano < to;
    }

    String name() {
        return fault.map(Fault::name).orElse("quiet");
    }
}
