package dev.clave.faults.history;

import java.util.List;
import java.util.Set;

/**
 * All that the processes of a run wrote down.
 *
 * @param clock the clock of the run
 * @param calls the calls
 * @param sent the PINs that were sent
 * @param audited the calls of which the audit says that they granted
 * @param repeated the calls in which something was written after a write had thrown
 * @param unknownWrites the calls in which a write threw
 */
public record History(
        RunClock clock,
        List<Call> calls,
        List<Sent> sent,
        Set<String> audited,
        Set<String> repeated,
        Set<String> unknownWrites) {}
