package dev.clave.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.spi.KeyRing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** Keys as people write them down, and what they are told when a key is none. */
class KeysTest {
    private final String subject = Host.key();
    private final String key = Host.key();

    private static KeyRing ring(String subject, String current, Map<String, String> ring) {
        return KeyRings.of(new ClaveProperties.Keys(subject, current, ring), new MockEnvironment());
    }

    private static String told(String subject, String current, Map<String, String> ring) {
        try {
            return ring(subject, current, ring) + " was accepted";
        } catch (ClaveConfigurationException wrong) {
            return Host.told(wrong);
        }
    }

    @Test
    void the_current_key_seals_and_the_others_are_found() {
        KeyRing ring = ring(subject, "new", Map.of("old", Host.key(), "new", key, "next", Host.key()));
        assertThat(ring.current().id()).isEqualTo("new");
        assertThat(ring.find("old")).isPresent();
        assertThat(ring.find("next")).isPresent();
        assertThat(ring.find("other")).isEmpty();
    }

    @Test
    void a_file_may_end_in_a_line_end_and_have_the_url_alphabet(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("key"), key.replace('+', '-').replace('/', '_') + "\r\n");
        assertThat(ring(subject, "a", Map.of("a", " file:" + file + "\n")).current())
                .isEqualTo(ring(subject, "a", Map.of("a", key)).current());
    }

    @Test
    void a_file_that_holds_no_text_a_folder_and_no_file_are_told_apart_from_a_key(@TempDir Path folder)
            throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0, 1, 2, (byte) 0x80});
        assertThat(told("file:" + binary, "a", Map.of("a", key)))
                .contains("clave.keys.subject: key subject is not in Base64", "head -c 32 /dev/urandom | base64");
        assertThat(told("file:" + folder, "a", Map.of("a", key)))
                .contains("clave.keys.subject names a file that cannot be read: " + folder);
        assertThat(told("file:" + folder.resolve("none"), "a", Map.of("a", key)))
                .contains("cannot be read: " + folder.resolve("none"), "NoSuchFileException");
        assertThat(told("file:\0", "a", Map.of("a", key))).contains("cannot be read", "InvalidPathException");
    }

    @Test
    void a_path_is_never_taken_for_a_key(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectories(folder.resolve("var/lib/secrets/of/the/application/of/the/office"))
                .resolve("subject");
        Files.writeString(file, key, StandardCharsets.US_ASCII);
        assertThat(told(file.toString(), "a", Map.of("a", key)))
                .contains("clave.keys.subject is the path of a file, not a key", "Write file: before");
    }

    @Test
    void what_was_not_filled_in_is_told() {
        assertThat(told("${CLAVE_SUBJECT_KEY}", "a", Map.of("a", key)))
                .contains("clave.keys.subject refers to something that is not set");
        assertThat(told("  ", "a", Map.of("a", key))).contains("clave.keys.subject is missing or empty");
        assertThat(told(subject, "a", Map.of("a", ""))).contains("clave.keys.ring.a is missing or empty");
        assertThat(told(subject, "a", Map.of())).contains("clave.keys.current names no key of the ring");
    }

    @Test
    void the_same_key_twice_is_told_by_the_names_of_the_properties() {
        assertThat(told(key, "a", Map.of("a", key, "b", key)))
                .contains(
                        "clave.keys.subject and clave.keys.ring.a are the same key",
                        "clave.keys.subject and clave.keys.ring.b are the same key");
        assertThat(told(subject, "subject", Map.of("subject", key)))
                .contains("clave.keys.ring.subject has the name of the subject key");
    }

    @Test
    void a_key_in_the_wrong_place_is_not_repeated() {
        Map<String, String> ring = new HashMap<>();
        ring.put(key, "2026-11");
        ring.put("b", "changeme");
        assertThat(told(subject.substring(0, 20), Host.key(), ring))
                .contains(
                        "clave.keys.current names no key of the ring",
                        "one of clave.keys.ring.*: b.",
                        "Something in clave.keys.ring has a name that is none",
                        "clave.keys.subject: key subject has 15 bytes",
                        "clave.keys.ring.b: key b")
                .doesNotContain(key, subject.substring(0, 20), "changeme");
        assertThat(new ClaveProperties.Keys(subject, key, ring).toString()).doesNotContain(key, subject, "changeme");
    }

    @Test
    void ephemeral_keys_are_for_one_node_and_its_memory() {
        Host.withoutKeys()
                .withPropertyValues("spring.profiles.active=dev", "clave.store.type=jdbc")
                .run(context -> assertThat(Host.told(context.getStartupFailure()))
                        .contains("The keys are ephemeral, and the store outlives them", "clave.store.type=memory"));
        Host.withoutKeys()
                .withPropertyValues("clave.nodes=2")
                .withBean(KeyRing.class, KeyRing::ephemeral)
                .run(context -> assertThat(Host.told(context.getStartupFailure()))
                        .contains("The keys are ephemeral, and there are 2 nodes"));
        assertThatThrownBy(() -> KeyRings.of(new ClaveProperties.Keys(null, null, Map.of()), new MockEnvironment()))
                .isInstanceOf(ClaveConfigurationException.class);
    }
}
