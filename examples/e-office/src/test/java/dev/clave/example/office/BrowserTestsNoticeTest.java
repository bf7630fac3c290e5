package dev.clave.example.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tests in a browser are in a module that most builds leave out: one that does says so, and how to run them. */
class BrowserTestsNoticeTest {
    private static final String COMMAND = "mvn -Dquick -Pbrowser -pl examples/e-office-browser-tests -am test";

    @Test
    void a_build_without_the_tests_in_a_browser_says_so() throws IOException {
        if (!"yes".equals(System.getProperty("browser.tests"))) {
            System.err.println("The tests of the e-Office in a browser did not run. To run them: " + COMMAND);
        }

        assertThat(Files.readString(Path.of("../../pom.xml")))
                .contains(COMMAND, "<id>browser</id>", "<module>examples/e-office-browser-tests</module>");
    }
}
