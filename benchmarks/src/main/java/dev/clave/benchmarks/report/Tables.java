package dev.clave.benchmarks.report;

import java.util.stream.Collectors;

/** The figures as tables. */
final class Tables {
    private Tables() {}

    /** Clave beside its peers. */
    static String comparisons(Figures figures) {
        StringBuilder table = new StringBuilder(
                "| | clave | B/op | peer | | B/op | peer : clave |\n|---|---:|---:|---|---:|---:|---:|\n");
        for (Comparison comparison : Comparison.all()) {
            figures.named(comparison.clave())
                    .forEach(clave -> comparison
                            .peers()
                            .forEach(peer -> figures.beside(clave, peer.benchmark())
                                    .ifPresent(other -> table.append(row(comparison, clave, peer, other)))));
        }
        return table.toString();
    }

    private static String row(Comparison comparison, Figure clave, Comparison.Peer peer, Figure other) {
        String circumstances = clave.circumstances();
        return cells(
                comparison.what() + (circumstances.isEmpty() ? "" : ", " + circumstances),
                Units.time(clave.nanos()),
                Units.bytes(clave.bytes()),
                peer.name(),
                Units.time(other.nanos()),
                Units.bytes(other.bytes()),
                ratio(Ratio.of(other, clave)));
    }

    private static String ratio(Ratio ratio) {
        return Units.number(ratio.value()) + (ratio.isSure(1) ? "" : ", or even");
    }

    /** Every figure. */
    static String all(Figures figures) {
        return "| benchmark | | time per operation | B/op |\n|---|---|---:|---:|\n"
                + figures.all().stream()
                        .map(figure -> cells(
                                figure.name(),
                                figure.circumstances(),
                                Units.time(figure.nanos(), figure.error()),
                                Units.bytes(figure.bytes())))
                        .collect(Collectors.joining());
    }

    static String cells(String... texts) {
        return "| " + String.join(" | ", texts) + " |\n";
    }
}
