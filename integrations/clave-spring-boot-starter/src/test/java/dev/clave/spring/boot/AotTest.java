package dev.clave.spring.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.context.aot.AbstractAotProcessor.Settings;

/** An application with clave, processed ahead of time as the build of a native image does, compiled and started. */
@Tag("slow")
class AotTest {
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @Test
    void the_generated_application_logs_people_in(@TempDir Path folder) throws Exception {
        String[] secrets = {Host.key(), Host.key()};
        List<String> arguments = List.of(
                "--clave.store.type=jdbc",
                "--clave.store.jdbc.create-table=true",
                "--clave.keys.current=a",
                "--clave.keys.subject=" + secrets[0],
                "--clave.keys.ring.a=" + secrets[1]);
        Settings settings = Settings.builder()
                .sourceOutput(folder.resolve("sources"))
                .resourceOutput(folder.resolve("classes"))
                .classOutput(folder.resolve("classes"))
                .groupId("example")
                .artifactId("office")
                .build();
        new SpringApplicationAotProcessor(AotApplication.class, settings, arguments.toArray(String[]::new)).process();
        compile(folder);
        assertThat(text(folder, ".java")).contains("clavePinStore").doesNotContain(secrets);
        assertThat(text(folder, "reachability-metadata.json").replace("\\/", "/"))
                .contains("dev/clave/store/jdbc/*.sql", ClaveProperties.class.getName());
        assertThat(run(folder, arguments))
                .contains("generated: true, logged in: true, store: JdbcPinStore[H2, clave_entry]");
    }

    private static void compile(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> sources = Files.walk(folder.resolve("sources"))) {
            List<String> command = new ArrayList<>(List.of(
                    "-proc:none", "-nowarn", "-d", folder.resolve("classes").toString(), "-classpath", CLASS_PATH));
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(command::add);
            assertThat(compiler.run(null, null, null, command.toArray(String[]::new)))
                    .isZero();
        }
    }

    private static String text(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path file :
                    files.filter(name -> name.toString().endsWith(ending)).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private static String run(Path folder, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dspring.aot.enabled=true",
                "-cp",
                folder.resolve("classes") + File.pathSeparator + CLASS_PATH,
                AotApplication.class.getName()));
        command.addAll(arguments);
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return Files.readString(log, UTF_8);
    }
}
