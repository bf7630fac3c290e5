package dev.clave.benchmarks.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;

/** All figures of a run. */
public final class Figures {
    private final List<Figure> all;

    Figures(List<Figure> all) {
        this.all = List.copyOf(all);
    }

    /**
     * The figures of these results.
     *
     * @param results what JMH gives
     * @return the figures
     */
    public static Figures of(Collection<RunResult> results) {
        return new Figures(results.stream().map(Figure::of).toList());
    }

    List<Figure> all() {
        return all;
    }

    Stream<Figure> named(String name) {
        return all.stream().filter(figure -> figure.name().equals(name));
    }

    Optional<Figure> beside(Figure clave, String peer) {
        return named(peer).filter(clave::isBeside).findFirst();
    }

    /** The figure of one thread, or more, for just these parameters. */
    Optional<Figure> find(String name, int threads, Map<String, String> params) {
        return named(name)
                .filter(figure -> figure.threads() == threads && figure.params().equals(params))
                .findFirst();
    }
}
