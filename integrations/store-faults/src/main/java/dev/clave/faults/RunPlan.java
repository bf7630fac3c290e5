package dev.clave.faults;

import java.time.Duration;
import java.util.List;

/**
 * What a run does.
 *
 * @param engine what keeps the entries
 * @param store which store the nodes stand on
 * @param nodes how many processes log people in
 * @param quiet how long nothing is done before the first fault and after each
 * @param fault how long each fault goes on
 * @param faults what is done, in this order
 */
public record RunPlan(Engine engine, StoreKind store, int nodes, Duration quiet, Duration fault, List<Fault> faults) {
    /**
     * Copies the list.
     */
    public RunPlan {
        faults = List.copyOf(faults);
    }

    /**
     * All faults, in as many minutes.
     *
     * @param engine what keeps the entries
     * @param minutes how long the run takes
     * @return the plan
     */
    public static RunPlan ofMinutes(Engine engine, int minutes) {
        List<Fault> all = List.of(Fault.values());
        Duration each = Duration.ofMinutes(minutes).dividedBy(all.size());
        Duration quiet = each.dividedBy(6);
        return new RunPlan(engine, StoreKind.SOUND, 3, quiet, each.minus(quiet), all);
    }
}
