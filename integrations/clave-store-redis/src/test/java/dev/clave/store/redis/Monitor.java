package dev.clave.store.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisMonitor;

/** What a server is told by its clients, as MONITOR shows it. */
final class Monitor implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("\\S+ \\[\\d+ (\\S+?)] \"([^\"]*)\"(?: \"([^\"]*)\")?.*");

    private final RedisProcess server;
    private final Jedis connection;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    Monitor(RedisProcess server) {
        this.server = server;
        this.connection = new Jedis(server.address());
        Thread thread = new Thread(this::listen, "monitor");
        thread.setDaemon(true);
        thread.start();
        Eventually.holds("the monitor must listen", () -> {
            server.tell(jedis -> jedis.echo("listening"));
            return lines.stream().anyMatch(line -> line.contains("listening"));
        });
        commands();
    }

    private void listen() {
        try {
            connection.monitor(new JedisMonitor() {
                @Override
                public void onCommand(String command) {
                    lines.add(command);
                }
            });
        } catch (RuntimeException closed) {
            // It ends with its connection.
        }
    }

    /** The commands since the last time, those of scripts and the client's greetings apart. */
    List<String> commands() {
        String mark = "mark" + System.nanoTime();
        server.tell(jedis -> jedis.echo(mark));
        List<String> commands = new ArrayList<>();
        for (String line = next(); !line.contains(mark); line = next()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches() && !matcher.group(1).equals("lua")) {
                commands.add(matcher.group(2));
            }
        }
        commands.removeIf(command -> List.of("CLIENT", "HELLO", "ECHO").contains(command));
        return commands;
    }

    private String next() {
        try {
            String line = lines.poll(10, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("the monitor shows nothing");
            }
            return line;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
