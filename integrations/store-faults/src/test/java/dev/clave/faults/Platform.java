package dev.clave.faults;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;

/** Whether a server can be run here. One that cannot be started fails a test, unless the build says that it need not. */
final class Platform {
    private Platform() {}

    static void needs(Engine engine) {
        String name = engine.name().toLowerCase(Locale.ROOT);
        boolean unsupported = List.of(
                        System.getProperty("clave.unsupported", "").split(",", -1))
                .contains(name);
        Assumptions.assumeFalse(unsupported, "clave.unsupported says that " + name + " cannot be run on this platform");
    }
}
