package dev.clave.example.office.phone;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A script of the tests in Node.js, beside the phone's own; a test without Node.js on the PATH is skipped, and says so. */
final class Node implements AutoCloseable {
    private static final List<String> SCRIPTS = List.of("clave-app.js", "watch.js", "sw.js");

    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;

    private Node(Process process) {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static Node run(String script, Path folder) throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\"type\":\"module\"}");
        for (String name : SCRIPTS) {
            Files.writeString(folder.resolve(name), WorkerShell.asset(name));
        }
        try (InputStream bytes = Node.class.getResourceAsStream("/phone/" + script)) {
            Files.write(
                    folder.resolve(script),
                    Objects.requireNonNull(bytes, script).readAllBytes());
        }
        return new Node(start(folder.resolve(script)));
    }

    private static Process start(Path script) {
        try {
            return new ProcessBuilder("node", script.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException absent) {
            System.err.println("The phone's JavaScript was not run: there is no node on the PATH.");
            return Assumptions.abort("there is no node on the PATH");
        }
    }

    String told() throws IOException {
        return Objects.requireNonNull(out.readLine(), "the script has ended");
    }

    String tell(String line) throws IOException {
        in.write(line);
        in.newLine();
        in.flush();
        return told();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
