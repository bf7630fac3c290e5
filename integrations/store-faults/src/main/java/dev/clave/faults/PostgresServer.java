package dev.clave.faults;

import com.zaxxer.hikari.HikariDataSource;
import dev.clave.store.jdbc.JdbcPinStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that keeps what it has acknowledged, and whose processes are ours to kill. */
final class PostgresServer implements Server {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> DURABLE = List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");
    private static final List<String> FORGETFUL = List.of("synchronous_commit=off", "wal_writer_delay=10s");
    private static final List<String> PLACE = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "shared_buffers=16MB",
            "logging_collector=off");

    private final RunFolder folder;
    private final Path program;
    private final List<String> keeping;
    private final int port = Ports.free();
    private volatile @Nullable Process process;

    private PostgresServer(RunFolder folder, Path program, StoreKind kind) {
        this.keeping = kind == StoreKind.FORGETFUL ? FORGETFUL : DURABLE;
        this.folder = folder;
        this.program = program;
    }

    /** Unpacks the server and makes its data; a first start by others does both, and nothing of it is used but the files. */
    static PostgresServer create(RunFolder folder, StoreKind kind) {
        try {
            Files.createDirectories(folder.servers());
            EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.servers().toFile())
                    .setDataDirectory(folder.data())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .start()
                    .close();
            return new PostgresServer(folder, program(folder.servers()), kind);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL cannot be started; as root it needs user namespaces (unshare -U)", e);
        }
    }

    private static Path program(Path servers) throws IOException {
        try (Stream<Path> files = Files.walk(servers)) {
            return files.filter(file -> file.endsWith(Path.of("bin", "postgres")))
                    .max(Comparator.comparing(PostgresServer::modified))
                    .orElseThrow();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file.resolve("../..").normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table is to be there whatever becomes of the rest, also on a server that forgets. */
    @Override
    public void prepare() {
        start();
        try (HikariDataSource pool = OpenStore.pool(port);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            JdbcPinStore.over(pool).createTable();
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException("the table could not be made", e);
        }
    }

    @Override
    public void start() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Process launched = launch();
        process = launched;
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("PostgreSQL does not answer; see its log");
            }
            // One that was killed can leave shared memory behind, at which the next one stops once.
            if (!launched.isAlive()) {
                launched = launch();
                process = launched;
            }
            Threads.pause(Duration.ofMillis(25));
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program.toString(), "-D", folder.data().toString(), "-p", String.valueOf(port)));
        for (String setting : Stream.concat(PLACE.stream(), keeping.stream()).toList()) {
            command.addAll(List.of("-c", setting));
        }
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.log("postgresql").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=2&socketTimeout=2";
        try (Connection connection = DriverManager.getConnection(url, "postgres", "")) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
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
