package dev.clave.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final HostKey SUBJECT = HostKey.of("subject", HostKeyTest.random(32, 1));
    private static final HostKey CURRENT = HostKey.of("2026-02", HostKeyTest.random(32, 2));
    private static final HostKey BEFORE = HostKey.of("2026-01", HostKeyTest.random(32, 3));

    @Test
    @DisplayName("a ring finds its proof and handle keys by name, and the subject key by no name")
    void find() {
        KeyRing ring = KeyRing.of(SUBJECT, CURRENT, BEFORE);

        assertThat(ring.subject()).isSameAs(SUBJECT);
        assertThat(ring.current()).isSameAs(CURRENT);
        assertThat(ring.find("2026-02")).containsSame(CURRENT);
        assertThat(ring.find("2026-01")).containsSame(BEFORE);
        assertThat(ring.find("subject")).isEmpty();
        assertThat(ring.find("2025-12")).isEmpty();
    }

    @Test
    @DisplayName("two keys of the same name or of the same material are refused")
    void distinct() {
        HostKey sameName = HostKey.of("2026-02", HostKeyTest.random(32, 4));
        HostKey sameMaterial = HostKey.of("other", SUBJECT.revealMaterial());

        assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of(SUBJECT, SUBJECT));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of(SUBJECT, sameMaterial));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of(SUBJECT, CURRENT, sameName));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of(SUBJECT, CURRENT, BEFORE, sameMaterial));
    }

    @Test
    @DisplayName("an ephemeral ring has two keys of its own")
    void ephemeral() {
        KeyRing one = KeyRing.ephemeral();
        KeyRing other = KeyRing.ephemeral();

        assertThat(one.find(one.current().id())).contains(one.current());
        assertThat(one.find(one.subject().id())).isEmpty();
        assertThat(one.current().revealMaterial())
                .isNotEqualTo(one.subject().revealMaterial())
                .isNotEqualTo(other.current().revealMaterial());
        assertThat(one.subject().revealMaterial()).isNotEqualTo(other.subject().revealMaterial());
    }

    @Test
    @DisplayName("L01 a ring prints no key")
    void printsNoKey() {
        assertThat(KeyRing.of(SUBJECT, CURRENT, BEFORE)).hasToString("KeyRing[current 2026-02, 2 keys]");
        assertThat(KeyRing.ephemeral()).hasToString("KeyRing[ephemeral]");
    }
}
