package dev.clave.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;

/** Keys from properties and files, and what is said without saying them. */
class KeyRingsTest {

    private static String told(AssertableApplicationContext context) {
        assertThat(context).hasFailed();
        return Host.told(context.getStartupFailure());
    }

    @Test
    void without_keys_it_starts_in_a_development_profile_alone() {
        Host.withoutKeys().run(context -> assertThat(told(context)).contains("clave.keys.subject=", "no development"));
        Host.withoutKeys()
                .withPropertyValues("spring.profiles.active=prod")
                .run(context -> assertThat(context).hasFailed());
        for (String profile : KeyRings.DEVELOPMENT) {
            Host.withoutKeys()
                    .withPropertyValues("spring.profiles.active=" + profile)
                    .run(context -> assertThat(Host.logsIn(context)).isTrue());
        }
        Host.withoutKeys()
                .withPropertyValues("spring.profiles.active=dev", "clave.nodes=2", "clave.store.type=memory")
                .run(context ->
                        assertThat(told(context)).contains("ephemeral", "2 nodes, and the logins are in the memory"));
    }

    @Test
    void keys_come_from_files_and_old_ones_stay_in_the_ring(@TempDir Path folder) throws IOException {
        Path subject = Files.writeString(folder.resolve("subject"), Host.key() + "\n");
        Host.withoutKeys()
                .withPropertyValues(
                        "clave.keys.subject=file:" + subject,
                        "clave.keys.current=new",
                        "clave.keys.ring.new=" + Host.key(),
                        "clave.keys.ring.old=" + Host.key())
                .run(context -> {
                    assertThat(Host.logsIn(context)).isTrue();
                    assertThat(context.getBean(KeyRing.class).current().id()).isEqualTo("new");
                });
        Host.withoutKeys()
                .withPropertyValues(
                        "clave.keys.subject=file:" + folder.resolve("nowhere"),
                        "clave.keys.current=other",
                        "clave.keys.ring.new=changeme")
                .run(context -> assertThat(told(context))
                        .contains(
                                "clave.keys.subject names a file that cannot be read",
                                "clave.keys.current names no key of the ring",
                                "clave.keys.ring.new"));
    }

    @Test
    void no_message_holds_a_part_of_a_key() {
        String right = Host.key();
        String wrong = Host.key().substring(0, 30);
        Host.withoutKeys()
                .withPropertyValues(
                        "clave.keys.subject=" + right,
                        "clave.keys.current=a",
                        "clave.keys.ring.a=" + right,
                        "clave.keys.subjct=" + wrong)
                .run(context -> {
                    assertThat(told(context)).contains("clave.keys.subjct", "are the same key");
                    assertThat(chain(context.getStartupFailure())).doesNotContain(right, wrong);
                });
        Host.complete()
                .withPropertyValues("clave.keys.ring.2026-11=" + wrong)
                .run(context -> assertThat(chain(context.getStartupFailure())).doesNotContain(wrong));
        Host.complete().run(context -> {
            ClaveProperties properties = context.getBean(ClaveProperties.class);
            assertThat(properties.toString())
                    .doesNotContain(String.valueOf(properties.keys().subject()));
        });
    }

    private static String chain(@Nullable Throwable failure) {
        StringBuilder all = new StringBuilder(Host.told(failure));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            all.append(cause);
        }
        return all.toString();
    }
}
