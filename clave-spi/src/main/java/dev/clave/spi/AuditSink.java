package dev.clave.spi;

/**
 * What is remembered of every step that changed something.
 *
 * <p><b>Who calls it:</b> each step that has written an entry, once, before anything is sent or answered.
 * <b>Concurrently:</b> yes, from any thread. <b>May it block:</b> yes, the person waits for it. <b>A throw</b> ends
 * the step closed: what was written stays written (a PIN is spent), nothing is sent, no grant leaves.
 *
 * <p>Steps that change nothing (something mistyped, over a budget, not current, a status) are not recorded but
 * counted, so that nobody can write more audit than the budgets allow.
 */
@FunctionalInterface
public interface AuditSink {

    /**
     * Remembers an event.
     *
     * @param event what happened; it contains no secret and names the person by a pseudonym
     */
    void record(AuditEvent event);
}
