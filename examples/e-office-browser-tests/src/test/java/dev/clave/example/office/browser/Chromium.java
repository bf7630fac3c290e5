package dev.clave.example.office.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** The browser of this machine: the one that CLAVE_CHROMIUM names, else the first on the PATH. None is downloaded. */
final class Chromium {
    static final String NAMED = "CLAVE_CHROMIUM";
    static final String REQUIRED = "CLAVE_BROWSER_TESTS";

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private Chromium() {}

    /** Without a browser the tests are aborted, aloud; where they are required, they fail. */
    static Path of(Map<String, String> environment) {
        Optional<Path> found = find(environment);
        if (found.isPresent()) {
            return found.get();
        }
        String reason = reason(environment);
        if ("required".equals(environment.get(REQUIRED))) {
            throw new AssertionFailedError(reason + " " + REQUIRED + " says that the browser tests are required.");
        }
        System.err.println("The browser tests did not run. " + reason);
        throw new TestAbortedException(reason);
    }

    private static Optional<Path> find(Map<String, String> environment) {
        String named = environment.getOrDefault(NAMED, "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Chromium::canRun);
        }
        return NAMES.stream()
                .flatMap(name -> folders(environment).map(folder -> folder.resolve(name)))
                .filter(Chromium::canRun)
                .findFirst();
    }

    private static Stream<Path> folders(Map<String, String> environment) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(environment.getOrDefault("PATH", ""))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }

    private static boolean canRun(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private static String reason(Map<String, String> environment) {
        return environment.getOrDefault(NAMED, "").isEmpty()
                ? "No Chromium is on the PATH: install one, or name one in " + NAMED + "."
                : "What " + NAMED + " names is no program: name one, or install Chromium and leave it out.";
    }
}
