package dev.clave.faults;

import dev.clave.faults.history.Op;

/**
 * What a process is told to do.
 *
 * @param op the call
 * @param person who, by their place in the crowd
 * @param handle the handle, empty for identify
 * @param pin what is typed, empty where nothing is
 * @param generation which PIN of the login that is, 0 for one that was never sent
 * @param at the monotonic time at which it is to be done, so that several processes do theirs at once; 0 for now
 */
record Step(Op op, int person, String handle, String pin, int generation, long at) {

    static Step identify(int person) {
        return new Step(Op.IDENTIFY, person, "", "", 0, 0);
    }

    static Step of(Op op, int person, String handle) {
        return new Step(op, person, handle, "", 0, 0);
    }

    Step at(long time) {
        return new Step(op, person, handle, pin, generation, time);
    }

    String line(long number) {
        return String.join(
                "\t",
                String.valueOf(number),
                op.name(),
                String.valueOf(person),
                handle,
                pin,
                String.valueOf(generation),
                String.valueOf(at));
    }

    static Step parse(String[] word) {
        return new Step(
                Op.valueOf(word[1]),
                Integer.parseInt(word[2]),
                word[3],
                word[4],
                Integer.parseInt(word[5]),
                Long.parseLong(word[6]));
    }
}
