package dev.clave.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Clave and its peers as bars on a logarithmic axis, by one thread. */
final class Plot {
    private static final int LEFT = 440;
    private static final int DECADE = 88;
    private static final int TOP = 46;
    private static final int BAR = 15;
    private static final int GAP = 12;
    private static final double LEAST = 10;
    private static final int DECADES = 8;
    private static final int WIDTH = LEFT + DECADES * DECADE + 80;

    private final StringBuilder svg = new StringBuilder();
    private int y = TOP;

    private Plot() {}

    static String svg(Figures figures) {
        Plot plot = new Plot();
        for (Comparison comparison : Comparison.all()) {
            figures.named(comparison.clave())
                    .filter(clave -> clave.threads() == 1)
                    .forEach(clave -> plot.group(comparison, clave, figures));
        }
        return plot.whole();
    }

    private void group(Comparison comparison, Figure clave, Figures figures) {
        String circumstances = clave.circumstances();
        bar(comparison.what() + (circumstances.isEmpty() ? "" : ", " + circumstances), clave, "clave");
        comparison
                .peers()
                .forEach(peer ->
                        figures.beside(clave, peer.benchmark()).ifPresent(other -> bar(peer.name(), other, "peer")));
        y += GAP;
    }

    private void bar(String label, Figure figure, String kind) {
        double width = Math.max(1, place(figure.nanos()));
        text(LEFT - 6, "end", kind, label);
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
                kind,
                LEFT,
                y,
                width,
                BAR - 3));
        text(LEFT + width + 4, "start", kind, Units.time(figure.nanos()));
        y += BAR;
    }

    private static double place(double nanos) {
        return Math.log10(nanos / LEAST) * DECADE;
    }

    private void text(double x, String anchor, String kind, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
                kind,
                x,
                y + BAR - 5,
                anchor,
                text));
    }

    private List<String> axis() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i <= DECADES; i++) {
            int x = LEFT + i * DECADE;
            lines.add("<path d=\"M" + x + " " + (TOP - 6) + "V" + y + "\"/>");
            lines.add("<text x=\"" + x + "\" y=\"" + (TOP - 12) + "\" text-anchor=\"middle\">"
                    + tick(LEAST * Math.pow(10, i)) + "</text>");
        }
        return lines;
    }

    private static String tick(double nanos) {
        return Units.time(nanos).replace(".00", "").replace(".0", "");
    }

    private String whole() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + (y + GAP) + "\" width=\""
                + WIDTH + "\" font-family=\"sans-serif\" font-size=\"11\">\n"
                + "<title>Time per operation, clave and its peers, logarithmic</title>\n"
                + "<style>path{stroke:#ddd}text{fill:#444}text.clave{fill:#0b4f8a;font-weight:bold}"
                + "rect.clave{fill:#0b4f8a}rect.peer{fill:#b5b5b5}</style>\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
                + "<text x=\"" + LEFT + "\" y=\"16\">Time per operation, by one thread. Each line is ten times the one"
                + " before.</text>\n"
                + String.join("\n", axis()) + '\n' + svg + "</svg>\n";
    }
}
