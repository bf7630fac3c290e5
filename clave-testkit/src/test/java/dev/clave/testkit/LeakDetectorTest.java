package dev.clave.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.Device;
import dev.clave.spi.EntryKey;
import dev.clave.spi.HostKey;
import dev.clave.spi.PushAddress;
import dev.clave.spi.Secret;
import dev.clave.spi.StoredEntry;
import java.nio.CharBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeakDetectorTest {
    private static final String PIN = "KX3QPA";
    private static final HostKey KEY = FakeKeyRing.fixed().current();

    private final LeakDetector leaks = new LeakDetector()
            .watch("PIN", PIN)
            .watch(FakePeople.ANA)
            .watch(FakePeople.CAROL)
            .watch(KEY);

    static Stream<Object> leaking() {
        return Stream.of(
                "your PIN is KX3QPA.",
                "kx3qpa",
                CharBuffer.wrap("PIN=KX3QPA"),
                "x KX3QPA".toCharArray(),
                PIN.getBytes(UTF_8),
                ("é" + PIN).getBytes(ISO_8859_1),
                PIN.getBytes(UTF_16LE),
                ("\0" + PIN).getBytes(UTF_16BE),
                HexFormat.of().formatHex(PIN.getBytes(UTF_8)),
                new Exception("KX3QPA"),
                new Exception("outer", new Exception("inner KX3QPA")),
                suppressing(new Exception("KX3QPA")),
                List.of("a", List.of("KX3QPA")),
                Map.of("KX3QPA", 1),
                Map.of(1, "KX3QPA"),
                Optional.of("KX3QPA"),
                new Object[] {"KX3QPA"},
                new Printing("KX3QPA"),
                StoredEntry.of(1, FakeClock.START, PIN.getBytes(UTF_8)),
                EntryKey.of("0123 KX3QPA 5678".getBytes(ISO_8859_1)),
                "99999018D",
                "99999018",
                "99.999.018-d",
                "99999018-D",
                "z9999910k",
                "9999910",
                "15-03-2031",
                "2031-03-15",
                "15/03/2031",
                "20310315",
                "E00112233",
                "0034600000018",
                "600 000 018",
                "600 00 00 18",
                KEY.revealMaterial(),
                HexFormat.of().formatHex(KEY.revealMaterial()),
                Base64.getEncoder().encodeToString(KEY.revealMaterial()),
                Base64.getUrlEncoder().withoutPadding().encodeToString(KEY.revealMaterial()));
    }

    private record Printing(String what) {}

    private static Exception suppressing(Exception inner) {
        Exception outer = new Exception("outer");
        outer.addSuppressed(inner);
        return outer;
    }

    @ParameterizedTest
    @MethodSource("leaking")
    void a_secret_that_shows_up_fails_the_test(Object thing) {
        assertThatThrownBy(() -> leaks.check("harmless", thing))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("a secret has leaked: the ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"******018", "***9901**", "AKX3QPAB", "PIN sent", "", "17-03-2031", "Secret[redacted]"})
    void what_may_be_shown_passes(String text) {
        assertThatCode(() -> leaks.check(text, Secret.of(PIN), FakePeople.ANA.number(), FakePeople.ANA.person(), null))
                .doesNotThrowAnyException();
    }

    @Test
    void the_failure_names_the_label_and_the_place_and_not_the_secret() {
        assertThatThrownBy(() -> leaks.check(new IllegalStateException("bad KX3QPA")))
                .hasMessage("a secret has leaked: the PIN is in the stack trace of IllegalStateException")
                .hasMessageNotContaining(PIN);
    }

    @Test
    void what_is_too_short_to_be_looked_for_is_refused() {
        assertThatThrownBy(() -> leaks.watch("PIN", "AB")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> leaks.watch("key", new byte[7])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_name_and_the_push_address_of_a_device_are_looked_for() {
        Device device = FakeDeviceRegistryTest.device(1);
        Device told = DeviceRegistryHooks.reachedAt(device, Optional.of(PushAddress.of("Push-Token-1")));
        LeakDetector devices = new LeakDetector().watch(told);
        assertThatThrownBy(() -> devices.check("activated Pixel 9"))
                .hasMessage("a secret has leaked: the name of a device is in a text");
        assertThatThrownBy(() -> devices.check("to push-token-1"))
                .hasMessage("a secret has leaked: the push address is in a text");
        devices.check(told, told.keys(), Optional.of(told));
        new LeakDetector().watch(DeviceRegistryHooks.named(device, "Yo")).check("Yo");
    }

    @Test
    void what_the_app_shows_is_looked_for() {
        ShownPin shown = new ShownPin(
                Secret.of(PIN),
                "Demo",
                PurposeKind.SIGNATURE,
                "LUA7",
                1,
                FakeClock.START,
                FakeClock.START.plusSeconds(600),
                "00112233445566778899aabbccddeeff",
                Optional.of("Alta en el padrón"));
        LeakDetector app = new LeakDetector().watch(shown);
        assertThatThrownBy(() -> app.check("PIN KX3QPA")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> app.check("signs: alta en el padrón")).isInstanceOf(AssertionError.class);
        app.check(shown);
    }
}
