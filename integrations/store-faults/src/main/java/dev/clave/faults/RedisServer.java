package dev.clave.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/** A Redis that writes each command to its disk before it answers, and whose process is ours to kill. */
final class RedisServer implements Server {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TIMEOUT_MILLIS = 1_000;

    private final RunFolder folder;
    private final Path program;
    private final int port = Ports.free();
    private volatile @Nullable Process process;

    private RedisServer(RunFolder folder, Path program) {
        this.folder = folder;
        this.program = program;
    }

    static RedisServer create(RunFolder folder) {
        try {
            Files.createDirectories(folder.data());
            return new RedisServer(folder, program(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("Redis cannot be unpacked", e);
        }
    }

    private static Path program(RunFolder folder) throws IOException {
        Path bin = Files.createDirectories(folder.root().resolve("bin"));
        return ExecutableProvider.newJarResourceProvider(bin.toFile()).get().toPath();
    }

    @Override
    public void prepare() {
        start();
    }

    @Override
    public void start() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Process launched = launch();
        process = launched;
        while (!answers()) {
            if (System.nanoTime() > deadline || !launched.isAlive()) {
                throw new IllegalStateException("Redis does not answer; see its log");
            }
            Threads.pause(Duration.ofMillis(25));
        }
    }

    private Process launch() {
        List<String> command = List.of(
                program.toString(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.data().toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "always",
                "--maxmemory-policy",
                "noeviction",
                "--save",
                "");
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(folder.log("redis").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It says so itself while it is still reading its data. */
    private boolean answers() {
        try (Jedis jedis = new Jedis("127.0.0.1", port, TIMEOUT_MILLIS)) {
            return jedis.ping().equals("PONG");
        } catch (JedisException notYet) {
            return false;
        }
    }

    @Override
    public Optional<Process> process() {
        return Optional.ofNullable(process);
    }

    @Override
    public int port() {
        return port;
    }
}
