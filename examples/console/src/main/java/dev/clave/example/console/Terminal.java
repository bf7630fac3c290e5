package dev.clave.example.console;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the terminal.
 *
 * @param isThere whether a person sits there: both ends are a terminal
 * @param canRepaint whether it can write above the line of the cursor
 */
record Terminal(boolean isThere, boolean canRepaint) {
    /** A pipe, or a file. */
    static final Terminal NONE = new Terminal(false, false);

    static Terminal here(Map<String, String> environment) {
        boolean there = isTerminal(System.console());
        String kind = environment.getOrDefault("TERM", "dumb");
        return new Terminal(there, there && !kind.equals("dumb"));
    }

    /** The charset that the terminal is said to have. */
    static Charset charset() {
        return List.of("stdout.encoding", "sun.stdout.encoding", "native.encoding").stream()
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .findFirst()
                .orElseGet(Charset::defaultCharset);
    }

    /** Before Java 22 there is a console only if there is a terminal; from then on the console knows. */
    private static boolean isTerminal(java.io.@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
