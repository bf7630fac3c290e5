package dev.clave.example.office.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ChromiumTest {
    @TempDir
    Path folder;

    @Test
    void the_first_on_the_path_is_taken() throws IOException {
        Path browser = program("chromium-browser");

        assertThat(Chromium.of(Map.of("PATH", "/nowhere:" + folder))).isEqualTo(browser);
    }

    @Test
    void one_that_is_named_is_taken_before_the_path() throws IOException {
        program("chromium");
        Path named = program("my-browser");

        assertThat(Chromium.of(Map.of("PATH", folder.toString(), Chromium.NAMED, named.toString())))
                .isEqualTo(named);
    }

    @Test
    void without_one_the_tests_are_aborted() {
        assertThatThrownBy(() -> Chromium.of(Map.of("PATH", folder.toString())))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("CLAVE_CHROMIUM");
    }

    @Test
    void one_that_is_named_and_not_there_is_none_whatever_is_on_the_path() throws IOException {
        program("chromium");

        assertThatThrownBy(() -> Chromium.of(Map.of("PATH", folder.toString(), Chromium.NAMED, "/nowhere/chromium")))
                .isInstanceOf(TestAbortedException.class);
    }

    @Test
    void where_they_are_required_the_tests_fail_without_one() {
        assertThatThrownBy(() -> Chromium.of(Map.of("PATH", folder.toString(), Chromium.REQUIRED, "required")))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("CLAVE_BROWSER_TESTS");
    }

    private Path program(String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
