package dev.clave.example.office.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/** A Redis of our own, unpacked from its artifact. It keeps an append-only file, which the store insists on. */
final class RedisServer implements LoginServer {
    private static final String HERE = "127.0.0.1";
    /** Spring Boot sees the driver of the other server, and would want a database. This takes the place of what the office itself leaves out: passwords. */
    private static final String NOT_HERE = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
            + "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration";

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int BETWEEN_LOOKS_MILLIS = 20;
    private static final int TIMEOUT_MILLIS = 1_000;

    private final Path folder;
    private final Process process;
    private final int port;

    private RedisServer(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    static RedisServer start() {
        try {
            Path folder = Files.createTempDirectory("clave-office-redis");
            int port = freePort();
            RedisServer server = new RedisServer(folder, launch(folder, port), port);
            server.awaitAnswer();
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException("Redis cannot be started", broken);
        }
    }

    private static Process launch(Path folder, int port) throws IOException {
        String program =
                ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toString();
        List<String> command = List.of(
                program, "--port", "" + port, "--bind", HERE, "--dir", folder.toString(), "--appendonly", "yes");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (hasEnded() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("Redis does not answer on port " + port);
            }
        }
    }

    private boolean answers() {
        try (Jedis jedis = new Jedis(HERE, port, TIMEOUT_MILLIS)) {
            return jedis.ping().equals("PONG");
        } catch (JedisException notYet) {
            return false;
        }
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(
                "clave.store.type",
                "redis",
                "clave.store.redis.url",
                "redis://" + HERE + ":" + port,
                "spring.autoconfigure.exclude",
                NOT_HERE);
    }

    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException left) {
            throw new UncheckedIOException("what Redis kept is still in " + folder, left);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
