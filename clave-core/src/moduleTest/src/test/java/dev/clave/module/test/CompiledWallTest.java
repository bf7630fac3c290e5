package dev.clave.module.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The internals of clave are out of reach when a stranger compiles. */
class CompiledWallTest {
    @TempDir
    Path classes;

    @Test
    void the_facade_can_be_named() {
        assertThat(errors("dev.clave.Clave clave; dev.clave.spi.PinStore store;"))
                .isEmpty();
    }

    @Test
    void an_internal_class_cannot_be_named() {
        assertThat(errors("dev.clave.internal.state.PersonState state;"))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.getCode()).isEqualTo("compiler.err.package.not.visible");
                    assertThat(error.getMessage(Locale.ROOT)).contains("dev.clave.internal.state", "does not export");
                });
    }

    @Test
    void a_class_that_does_not_exist_is_told_otherwise() {
        assertThat(errors("dev.clave.NoSuchThing thing;"))
                .singleElement()
                .satisfies(error -> assertThat(error.getCode()).startsWith("compiler.err.cant.resolve"));
    }

    private List<Diagnostic<? extends JavaFileObject>> errors(String fields) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options =
                List.of("--module-path", System.getProperty("jdk.module.path"), "-proc:none", "-d", classes.toString());
        List<Source> sources = List.of(
                new Source("module-info", "module stranger { requires dev.clave; }"),
                new Source("stranger.Stranger", "package stranger; class Stranger { " + fields + " }"));
        compiler.getTask(null, null, found, options, null, sources).call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    /** A source that is written nowhere. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
