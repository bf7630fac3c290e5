package dev.clave.faults.history;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The one clock of all processes of a run. On Linux {@link System#nanoTime} reads {@code CLOCK_MONOTONIC}, which counts from the start of the
 * machine and is the same in every process, so that times of different processes are compared without tolerance.
 *
 * <p>For clave it goes faster than the wall: a PIN that must live 30 seconds is dead after three.
 *
 * @param wallStart the wall time at the beginning of the run, in milliseconds
 * @param nanoStart the monotonic time at that moment
 * @param speed how many times faster than the wall
 */
public record RunClock(long wallStart, long nanoStart, int speed) implements InstantSource {
    private static final long NANOS = 1_000_000;

    /**
     * A clock that begins now.
     *
     * @param speed how many times faster than the wall
     * @return the clock
     */
    public static RunClock startingNow(int speed) {
        return new RunClock(System.currentTimeMillis(), System.nanoTime(), speed);
    }

    /**
     * The same clock in another process.
     *
     * @param text as {@link #text} gave it
     * @return the clock
     */
    public static RunClock parse(String text) {
        String[] parts = text.split(",", -1);
        return new RunClock(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
    }

    /**
     * The clock, for another process.
     *
     * @return one word
     */
    public String text() {
        return wallStart + "," + nanoStart + "," + speed;
    }

    /**
     * What clave takes for the time.
     *
     * @param nano a monotonic time
     * @return milliseconds
     */
    public long millisAt(long nano) {
        return wallStart + Math.floorDiv((nano - nanoStart) * speed, NANOS);
    }

    /**
     * From when on clave takes the time for this.
     *
     * @param millis what clave takes it for
     * @return the monotonic time
     */
    public long nanoAt(long millis) {
        return nanoStart + (millis - wallStart) * NANOS / speed;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millisAt(System.nanoTime()));
    }
}
