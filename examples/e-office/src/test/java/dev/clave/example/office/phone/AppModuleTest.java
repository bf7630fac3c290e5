package dev.clave.example.office.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AppModuleTest {
    private static final Path GUIDE = Path.of("../../clave-core/README.md");

    @Test
    void all_the_cryptography_of_the_app_is_the_guides_byte_for_byte() throws IOException {
        String guide = Files.readString(GUIDE);
        int from = guide.indexOf("```js\n", guide.indexOf("### In a browser")) + "```js\n".length();
        assertThat(WorkerShell.asset("clave-app.js")).isEqualTo(guide.substring(from, guide.indexOf("```", from)));
    }
}
