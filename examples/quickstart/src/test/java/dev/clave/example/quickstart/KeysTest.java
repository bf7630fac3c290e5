package dev.clave.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeysTest {
    private final SecureRandom random = new SecureRandom();

    private String generated() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    @Test
    void the_ring_has_three_keys() {
        var ring = Keys.ring(name -> generated());
        assertThat(ring.current().id()).isEqualTo("2026-11");
        assertThat(ring.find("2026-05")).isPresent();
        assertThat(ring.subject().id()).isEqualTo("subject");
    }
}
