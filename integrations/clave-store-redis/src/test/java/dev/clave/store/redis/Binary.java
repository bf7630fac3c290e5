package dev.clave.store.redis;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import redis.embedded.core.ExecutableProvider;

/** Programs of Redis to test with. One that is not there makes the test fail: nobody would miss it otherwise. */
enum Binary {
    /** Redis 6.2, from a jar. */
    EMBEDDED {
        @Override
        Path find() throws IOException {
            return ExecutableProvider.newJarResourceProvider().get().toPath();
        }
    },
    /** That of the machine: named by CLAVE_REDIS_SERVER, or on the PATH. */
    INSTALLED {
        @Override
        Path find() {
            Optional<Path> named =
                    Optional.ofNullable(System.getenv("CLAVE_REDIS_SERVER")).map(Path::of);
            return named.or(() -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                            .map(folder -> Path.of(folder, "redis-server"))
                            .filter(Files::isExecutable)
                            .findFirst())
                    .orElseThrow(() -> new AssertionError("there is no redis-server on the PATH; install it (Debian:"
                            + " redis-server), or name one by CLAVE_REDIS_SERVER"));
        }
    };

    /** Unpacked once. */
    private static final Map<Binary, Path> FOUND = new ConcurrentHashMap<>();

    abstract Path find() throws IOException;

    /** Where the program is. */
    Path path() {
        Assumptions.assumeFalse(
                "redis".equals(System.getProperty("clave.unsupported")), "-Dclave.unsupported=redis: no Redis here");
        try {
            Path known = FOUND.get(this);
            Path program = known == null ? find() : known;
            FOUND.put(this, program);
            return program;
        } catch (IOException broken) {
            throw new AssertionError(
                    "the Redis that comes with the tests cannot be unpacked; -Dclave.unsupported=redis leaves its tests"
                            + " out on a platform that has none",
                    broken);
        }
    }
}
