package dev.clave.example.office.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rules of axe-core for accessible pages: all that are on by default, and the one for the size of targets. */
final class Axe {
    private static final String SCRIPT = script();
    private static final String RUN = """
            async () => {
                const found = await axe.run(document, { rules: { 'target-size': { enabled: true } } });
                return found.violations.flatMap(rule => rule.nodes.map(node =>
                    `${rule.id}: ${node.failureSummary.replaceAll(/\\s+/g, ' ')} ${node.html}`));
            }
            """;

    private Axe() {}

    /** What breaks a rule on the page as it stands. */
    static List<String> violations(Page page) {
        page.evaluate(SCRIPT);
        return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("axe.min.js cannot be read", e);
        }
    }
}
