package dev.clave.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a run keeps what it writes: the data of the server, the histories, the logs. All of it is under the folder that the build cleans.
 *
 * @param root the folder of the run
 */
record RunFolder(Path root) {

    static RunFolder create(String name) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "faults").toAbsolutePath());
            RunFolder folder = new RunFolder(Files.createTempDirectory(parent, name + "-"));
            Files.createDirectories(folder.histories());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path histories() {
        return root.resolve("histories");
    }

    Path data() {
        return root.resolve("data");
    }

    Path log(String name) {
        return root.resolve(name + ".log");
    }

    /** What was unpacked once serves all runs. */
    Path servers() {
        return root.resolveSibling("servers");
    }

    void delete() {
        delete(root);
    }

    void deleteData() {
        delete(data());
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
