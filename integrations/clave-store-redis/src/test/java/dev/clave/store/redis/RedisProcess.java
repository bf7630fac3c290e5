package dev.clave.store.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** A server of our own, in a folder of its own, that ends with the tests. */
final class RedisProcess implements AutoCloseable {
    /** What a store asks of a server. */
    static final String[] FIT = {"--appendonly", "yes", "--save", ""};

    /** A cluster's nodes talk on the port that is this much higher. */
    private static final int BUS = 10_000;

    private final Process process;
    private final int port;
    private final Path folder;

    private RedisProcess(Process process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, folder)));
    }

    /** Starts one that is fit to be used by a store. */
    static RedisProcess fit(Binary binary, String... more) {
        return start(binary, Stream.of(FIT, more).flatMap(Stream::of).toArray(String[]::new));
    }

    /** Starts one and waits until it answers. */
    static RedisProcess start(Binary binary, String... settings) {
        return in(temporary(), binary, settings);
    }

    /** Starts one on the data of another that has ended. */
    static RedisProcess in(Path folder, Binary binary, String... settings) {
        int port = freePort();
        RedisProcess server = launch(binary, folder, port, settings);
        server.awaitPing();
        return server;
    }

    /** Starts one and does not wait: it may be busy. */
    static RedisProcess launch(Binary binary, Path folder, int port, String... settings) {
        List<String> command = new ArrayList<>(List.of(binary.path().toString()));
        command.addAll(List.of(settings));
        command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1", "--dir", folder.toString()));
        // Replicas are not kept waiting for others to join.
        command.addAll(List.of("--repl-diskless-sync-delay", "0", "--loglevel", "notice"));
        File log = folder.resolve("log").toFile();
        try {
            return new RedisProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                            .start(),
                    port,
                    folder);
        } catch (IOException broken) {
            throw new AssertionError(binary + " Redis cannot be started: " + binary.path(), broken);
        }
    }

    /** Starts a Sentinel. It keeps what it learns in its file. */
    static RedisProcess sentinel(Binary binary, String configuration) {
        try {
            Path folder = temporary();
            int port = freePort();
            Path file = Files.writeString(
                    folder.resolve("sentinel.conf"),
                    "port " + port + "\nbind 127.0.0.1\ndir " + folder + "\n" + configuration);
            Process process = new ProcessBuilder(binary.path().toString(), file.toString(), "--sentinel")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            RedisProcess sentinel = new RedisProcess(process, port, folder);
            sentinel.awaitPing();
            return sentinel;
        } catch (IOException broken) {
            throw new AssertionError("a Sentinel cannot be started", broken);
        }
    }

    HostAndPort address() {
        return new HostAndPort("127.0.0.1", port);
    }

    Path folder() {
        return folder;
    }

    /** Does something over a connection of its own. */
    <T> T tell(Function<Jedis, T> work) {
        try (Jedis jedis = new Jedis("127.0.0.1", port, 10_000)) {
            return work.apply(jedis);
        }
    }

    /** It answers no more, and its connections stay open, until it is told to go on. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, "" + process.pid()).start().waitFor();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** As if the machine had lost its power; the folder stays. */
    void kill() {
        kill(process);
    }

    private static void kill(Process process) {
        try {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end(process, folder);
    }

    private static void end(Process process, Path folder) {
        kill(process);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException left) {
            // A child that writes the append-only file anew may be busy there; it is a folder for temporary files.
        }
    }

    private void awaitPing() {
        Eventually.holds("a server must answer; its log: " + folder, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("Redis ended at its start: " + log());
            }
            try {
                return tell(jedis -> "PONG".equals(jedis.ping()));
            } catch (JedisException notYet) {
                return false;
            }
        });
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException none) {
            return "it wrote no log";
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("clave-redis");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A port that is free, as is that of a cluster's node which goes with it. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            return port > 65_535 - BUS ? freePort() : port;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
