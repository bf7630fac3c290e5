package dev.clave.benchmarks.stores;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/** A Redis of its own, with an append-only file that is written to the disk every second, in a folder that goes with it. */
public final class RedisServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONNECTIONS = 4;

    private final Path folder;
    private final Process process;
    private final int port;

    private RedisServer(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @return the server
     * @throws IOException if it does not start
     */
    public static RedisServer start() throws IOException {
        Path folder = Files.createTempDirectory("clave-benchmark-redis");
        int port = freePort();
        File program = ExecutableProvider.newJarResourceProvider().get();
        List<String> command = List.of(
                program.getPath(), "--appendonly", "yes", "--save", "", "--bind", "127.0.0.1", "--port", "" + port);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        RedisServer server = new RedisServer(folder, process, port);
        server.awaitAnswer();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("Redis did not start");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean answers() {
        try (Jedis jedis = new Jedis("127.0.0.1", port)) {
            return "PONG".equals(jedis.ping());
        } catch (JedisException notYet) {
            return false;
        }
    }

    /**
     * A client with a pool, as the guide of clave-store-redis makes it.
     *
     * @return the client
     */
    public RedisClient client() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxWait(Duration.ofSeconds(2));
        return RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", port))
                .clientConfig(
                        DefaultJedisClientConfig.builder().timeoutMillis(2_000).build())
                .poolConfig(pool)
                .build();
    }

    /**
     * A number that the server tells of itself.
     *
     * @param section where it stands
     * @param field its name
     * @return the number
     */
    public long told(String section, String field) {
        try (Jedis jedis = new Jedis("127.0.0.1", port)) {
            return jedis.info(section)
                    .lines()
                    .filter(line -> line.startsWith(field + ":"))
                    .mapToLong(line ->
                            Long.parseLong(line.substring(field.length() + 1).strip()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            process.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(RedisServer::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
