package dev.clave.channel.smpp;

import java.time.Duration;

/** How long one message may still take. Half of it is for the answer: after the other half nothing more is written. */
final class Deadline {
    private final long begun = System.nanoTime();
    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    static Deadline in(Duration timeout) {
        return new Deadline(timeout.toNanos());
    }

    /** Nanoseconds, 0 at the least. */
    long left() {
        return Math.max(0, nanos - (System.nanoTime() - begun));
    }

    /** Nanoseconds in which the message may still be written, 0 at the least. */
    long leftToWrite() {
        return Math.max(0, left() - nanos / 2);
    }
}
