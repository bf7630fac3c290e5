package dev.clave.spring.observation;

import dev.clave.Clave;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Set;

/**
 * {@link Clave#counts} as counters: {@code clave.outcomes} with the tags {@code call} (such as {@code verify}) and {@code outcome} (such as
 * {@code WrongPin}, {@code Denied.BLOCKED} or {@code unavailable.STORE}).
 *
 * <p>A counter is there from the first time on that its call has ended so: most never do. New ones are looked for whenever {@code
 * clave.outcomes.known} is read, which is how many there are; so they are in the scrape or publication after the one that follows the
 * event, at the latest. There are only as many as there are calls, outcomes, reasons and sockets.
 */
public final class OutcomeMetrics implements MeterBinder {
    private static final String NAME = "clave.outcomes";

    private final Clave clave;
    private final Tags tags;

    /**
     * The counters of an instance.
     *
     * @param clave whose
     */
    public OutcomeMetrics(Clave clave) {
        this(clave, Tags.empty());
    }

    /**
     * The counters of one instance among several.
     *
     * @param clave whose
     * @param tags what tells it from the others, such as its tenant
     */
    public OutcomeMetrics(Clave clave, Iterable<Tag> tags) {
        this.clave = clave;
        this.tags = Tags.of(tags);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(NAME + ".known", clave, same -> registerKnown(registry))
                .description("In how many different ways calls have ended so far")
                .tags(tags)
                .register(registry);
        registerKnown(registry);
    }

    /** What is registered already stays: a registry gives back the meter that it has. */
    private int registerKnown(MeterRegistry registry) {
        Set<String> known = clave.counts().keySet();
        known.forEach(name -> register(name, registry));
        return known.size();
    }

    private void register(String name, MeterRegistry registry) {
        int dot = name.indexOf('.');
        FunctionCounter.builder(NAME, clave, same -> same.counts().getOrDefault(name, 0L))
                .description("How often each call has ended how")
                .tags(tags.and("call", name.substring(0, dot), "outcome", name.substring(dot + 1)))
                .register(registry);
    }
}
