package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.ClaveUnavailableException;
import dev.clave.Socket;
import dev.clave.spi.HostKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KeyVaultTest {
    private final RotatingRing ring = RotatingRing.fresh();
    private final KeyVault vault = new KeyVault(ring);

    @Test
    @DisplayName("derives once for each key")
    void once() {
        LoginKeys keys = vault.current();

        assertThat(vault.current()).isSameAs(keys);
        assertThat(vault.find("first")).containsSame(keys);
        assertThat(vault.subject()).isSameAs(vault.subject());
        assertThat(vault.currentId()).isEqualTo("first");
    }

    @Test
    @DisplayName("a key that came from elsewhere but is the same is not derived again")
    void equalKey() {
        LoginKeys keys = vault.current();
        SubjectKeys subject = vault.subject();
        ring.makeCurrent(RotatingRing.key("first", 2));
        ring.replaceSubject(RotatingRing.key("subject", 1));

        assertThat(vault.current()).isSameAs(keys);
        assertThat(vault.subject()).isSameAs(subject);
    }

    @Test
    @DisplayName("other material under a known name is derived anew")
    void otherMaterial() {
        byte[] before = code(vault.current().proof());
        ring.makeCurrent(RotatingRing.key("first", 77));

        assertThat(code(vault.current().proof())).isNotEqualTo(before);
        assertThat(vault.size()).isEqualTo(1);
    }

    @Test
    @DisplayName("another subject key, by name or material, is derived anew")
    void otherSubject() {
        byte[] before = code(vault.subject().entryKey());
        ring.replaceSubject(RotatingRing.key("subject", 78));
        byte[] after = code(vault.subject().entryKey());

        assertThat(after).isNotEqualTo(before);
        ring.replaceSubject(RotatingRing.key("subject", 1));
        assertThat(code(vault.subject().entryKey())).isEqualTo(before);
    }

    @Test
    @DisplayName("forgets what the ring has dropped, whether it is asked for or not")
    void forgets() {
        vault.current();
        ring.makeCurrent(RotatingRing.key("second", 3));
        vault.current();
        assertThat(vault.size()).isEqualTo(2);

        ring.retire("first");
        assertThat(vault.find("first")).isEmpty();
        assertThat(vault.size()).isEqualTo(1);

        ring.makeCurrent(RotatingRing.key("third", 4));
        ring.retire("second");
        vault.current();
        assertThat(vault.size()).isEqualTo(1);
    }

    @Test
    @DisplayName("a ring that gives another key than the one asked for has not found it")
    void anotherThanAsked() {
        HostKey key = RotatingRing.key("new", 5);

        assertThat(new KeyVault(new ScriptedRing(() -> key, id -> Optional.of(key))).find("old"))
                .isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // A host may give null where it promised not to.
    @DisplayName("null from the ring is the key ring's failure")
    void nulls() {
        KeyVault broken = new KeyVault(new ScriptedRing(() -> null, id -> null));

        Stream.<ThrowingCallable>of(broken::current, broken::currentId, broken::subject, () -> broken.find("first"))
                .forEach(call -> assertThatThrownBy(call)
                        .isInstanceOfSatisfying(
                                ClaveUnavailableException.class,
                                failure -> assertThat(failure.socket()).isEqualTo(Socket.KEYS)));
    }

    @Test
    @DisplayName("what the ring throws goes through as it is, and the next call asks again")
    void throwing() {
        IllegalStateException failure = new IllegalStateException("no keys today");
        AtomicBoolean working = new AtomicBoolean();
        KeyVault moody = new KeyVault(new ScriptedRing(
                () -> {
                    if (working.get()) {
                        return RotatingRing.key("first", 2);
                    }
                    throw failure;
                },
                id -> Optional.empty()));

        assertThatThrownBy(moody::current).isSameAs(failure);
        assertThatThrownBy(moody::subject).isSameAs(failure);
        working.set(true);
        assertThat(moody.current().id()).isEqualTo("first");
    }

    @Test
    @DisplayName("K08 the keys of all uses are pairwise distinct, and each is bound to its label")
    void distinctUses() {
        HostKey host = RotatingRing.key("same", 6);
        HexFormat hex = HexFormat.of();

        assertThat(Arrays.stream(Derivation.values())
                        .map(use -> hex.formatHex(use.bytes(host)))
                        .collect(Collectors.toSet()))
                .hasSize(Derivation.values().length)
                .doesNotContain(hex.formatHex(host.revealMaterial()));
        assertThat(Derivation.PROOF.bytes(host))
                .isEqualTo(Hkdf.derive(
                        host.revealMaterial(), new byte[0], "clave/1/proof".getBytes(StandardCharsets.US_ASCII), 32));
    }

    @Test
    @DisplayName("K08 one material for the current and the subject key still gives five different keys")
    void sameMaterial() {
        HostKey host = RotatingRing.key("same", 6);
        KeyVault single = new KeyVault(new ScriptedRing(() -> host, id -> Optional.of(host)));

        Stream<byte[]> codes = Stream.of(
                code(single.current().proof()),
                code(HmacSha256.of(single.current().handle().getEncoded())),
                code(single.subject().entryKey()),
                code(single.subject().auditSubject()),
                code(single.subject().browser()));

        assertThat(codes.map(HexFormat.of()::formatHex).collect(Collectors.toSet()))
                .hasSize(5);
    }

    @Test
    @DisplayName("prints names of keys at most")
    void prints() {
        assertThat(vault).hasToString("KeyVault[redacted]");
        assertThat(vault.current()).hasToString("LoginKeys[first]");
        assertThat(vault.subject()).hasToString("SubjectKeys[subject]");
    }

    private static byte[] code(HmacSha256 mac) {
        return mac.ofBytes(new byte[0]);
    }
}
