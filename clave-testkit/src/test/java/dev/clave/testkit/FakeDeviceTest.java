package dev.clave.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.PushAddress;
import dev.clave.spi.Secret;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeDeviceTest {
    private final FakeClock serverClock = new FakeClock();
    private final FakeClock phoneClock = new FakeClock();
    private final AppServer server = new AppServer(serverClock);
    private final FakeDevice device = new FakeDevice("Pixel 9", phoneClock, server::answer);

    @BeforeEach
    void activate() {
        server.keys = device.keys();
        device.keep(AppServer.TOKEN);
    }

    @Test
    void it_hands_over_two_keys_a_name_and_an_address_of_its_own() {
        FakeDevice another = new FakeDevice("Pixel 9", phoneClock, server::answer);
        assertThat(Base64.getUrlDecoder().decode(device.sealingKey()))
                .isEqualTo(device.keys().sealing());
        assertThat(Base64.getUrlDecoder().decode(device.signingKey()))
                .isEqualTo(device.keys().signing());
        assertThat(device.sealingKey()).hasSize(87).isNotEqualTo(device.signingKey());
        assertThat(another.keys()).isNotEqualTo(device.keys());
        assertThat(device.name()).isEqualTo("Pixel 9");
        assertThat(PushAddress.of(device.pushAddress())).isNotEqualTo(PushAddress.of(another.pushAddress()));
    }

    @Test
    void it_shows_a_pin_and_what_it_is_for() {
        server.plaintext = "{\"pin\":\"K7Q2ZD\"}";
        serverClock.advance(Duration.ofSeconds(7));
        assertThat(device.poll())
                .contains(new ShownPin(
                        Secret.of("K7Q2ZD"),
                        "Demo",
                        PurposeKind.IDENTIFICATION,
                        "LUA7",
                        2,
                        FakeClock.START,
                        FakeClock.START.plusSeconds(600),
                        AppServer.LOGIN,
                        Optional.empty()));
        assertThat(server.asked).containsExactly("poll");
    }

    @Test
    void it_shows_what_is_to_be_signed() {
        server.shown = AppServer.shown("SIGNATURE");
        server.plaintext = "{\"pin\":\"K7Q2ZD\",\"summary\":\"Alta \\u2014 ñ\"}";
        ShownPin shown = device.poll().orElseThrow();
        assertThat(shown.revealPin()).isEqualTo("K7Q2ZD");
        assertThat(shown.purpose()).isEqualTo(PurposeKind.SIGNATURE);
        assertThat(shown.summary()).contains("Alta — ñ");
        assertThat(shown.toString())
                .contains(AppServer.LOGIN, "SIGNATURE")
                .doesNotContain("K7Q2ZD", "Alta", "LUA7", "Demo");
    }

    @Test
    void it_counts_down_by_the_time_of_the_server() {
        assertThat(device.left()).isZero();
        server.plaintext = "{\"pin\":\"K7Q2ZD\"}";
        phoneClock.advance(Duration.ofSeconds(90));
        device.poll();
        assertThat(device.left()).isEqualTo(Duration.ofMinutes(10));
        phoneClock.advance(Duration.ofMinutes(4));
        assertThat(device.left()).isEqualTo(Duration.ofMinutes(6));
        phoneClock.advance(Duration.ofMinutes(60));
        assertThat(device.left()).isZero();
    }

    @Test
    void nothing_is_shown_once_there_is_no_pin() {
        server.plaintext = "{\"pin\":\"K7Q2ZD\"}";
        device.poll();
        server.plaintext = null;
        assertThat(device.poll()).isEmpty();
        assertThat(device.left()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400_000, -120_001, 120_001, 86_400_000})
    void a_wrong_clock_is_corrected_and_it_asks_once_more(long millis) {
        server.plaintext = "{\"pin\":\"K7Q2ZD\"}";
        phoneClock.set(FakeClock.START.plusMillis(millis));
        assertThat(device.poll()).isPresent();
        assertThat(server.asked).containsExactly("poll", "poll");
        assertThat(device.left()).isEqualTo(Duration.ofMinutes(10));
        device.poll();
        assertThat(server.asked).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {-120_000, 120_000})
    void a_clock_that_is_two_minutes_wrong_is_good_enough(long millis) {
        phoneClock.set(FakeClock.START.plusMillis(millis));
        device.poll();
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void it_says_that_it_was_not_its_owner() {
        assertThatThrownBy(device::notMe).isInstanceOf(AssertionError.class);
        server.plaintext = "{\"pin\":\"K7Q2ZD\"}";
        device.poll();
        assertThat(device.notMe()).isTrue();
        assertThat(device.left()).isZero();
        assertThat(device.notMe()).isTrue();
        assertThat(server.asked).containsExactly("poll", "not-me", "not-me");
    }

    @Test
    void it_deactivates_itself_whatever_its_clock_says() {
        phoneClock.advance(Duration.ofDays(400));
        assertThat(device.deactivate()).isTrue();
        assertThat(server.asked).containsExactly("deactivate", "deactivate");
        device.keep("another");
        assertThat(device.deactivate()).isFalse();
    }

    @Test
    void it_asks_nothing_without_a_token() {
        FakeDevice fresh = new FakeDevice("Pixel 9", phoneClock, server::answer);
        assertThatThrownBy(fresh::poll).isInstanceOf(AssertionError.class);
        assertThatThrownBy(fresh::deactivate).isInstanceOf(AssertionError.class);
        assertThatThrownBy(fresh::pollRequest).isInstanceOf(AssertionError.class);
        for (String token : new String[] {"", "a b", "a\"b", "a\\b", "a\nb", "ñ"}) {
            assertThatThrownBy(() -> fresh.keep(token)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void a_request_can_be_taken_and_an_answer_read() {
        server.plaintext = "{\"pin\":\"K7Q2ZD\"}";
        byte[] request = device.pollRequest();
        assertThat(server.verified(request)).isTrue();
        assertThat(server.verified(changed(request))).isFalse();
        assertThat(new String(request, UTF_8))
                .matches("\\{\"version\":1,\"ask\":\"poll\",\"token\":\"v1\\.A-b_c~9\",\"time\":1777881600000,"
                        + "\"signature\":\"[A-Za-z0-9_-]{86}\"}");
        phoneClock.advance(Duration.ofHours(1));
        assertThat(device.read(server.answer(request))).isPresent();
        assertThat(device.left()).isEqualTo(Duration.ofMinutes(10));
    }

    private static byte[] changed(byte[] request) {
        return new String(request, UTF_8).replace("600000,", "600001,").getBytes(UTF_8);
    }

    @Test
    void what_was_sealed_to_another_device_does_not_open() {
        server.plaintext = "{\"pin\":\"K7Q2ZD\"}";
        byte[] answer = server.answer(device.pollRequest());
        FakeDevice another = new FakeDevice("Pixel 9", phoneClock, server::answer);
        assertThatThrownBy(() -> another.read(answer))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the PIN was not sealed to this device, or not together with what is shown");
    }

    static Stream<String> badPlaintexts() {
        return Stream.of(
                "{}",
                "{\"pin\":null}",
                "{\"pin\":\"k7q2zd\"}",
                "{\"pin\":\"K7Q2Z0\"}",
                "{\"pin\":\"K7\"}",
                "{\"pin\":\"K7Q2ZD\",\"summary\":\"Alta\"}",
                "{\"pin\":\"K7Q2ZD\",\"code\":\"LUA7\"}");
    }

    @ParameterizedTest
    @MethodSource("badPlaintexts")
    void what_is_sealed_is_as_documented(String plaintext) {
        server.plaintext = plaintext;
        assertThatThrownBy(device::poll).isInstanceOf(AssertionError.class).hasMessageNotContaining("K7");
    }

    @Test
    void a_signature_has_a_summary() {
        server.shown = AppServer.shown("SIGNATURE");
        server.plaintext = "{\"pin\":\"K7Q2ZD\"}";
        assertThatThrownBy(device::poll).isInstanceOf(AssertionError.class);
    }

    static Stream<String> badShown() {
        String good = AppServer.shown("IDENTIFICATION");
        return Stream.of(
                AppServer.shown("ACTIVATION"),
                AppServer.shown("Identification"),
                good.replace("LUA7", "lua7"),
                good.replace("LUA7", "LUA77"),
                good.replace("\"generation\":2", "\"generation\":0"),
                good.replace("\"generation\":2", "\"generation\":2147483648"),
                good.replace("\"generation\":2", "\"generation\":\"2\""),
                good.replace("\"Demo\"", "null"),
                good.replace("}", ",\"summary\":null}"),
                good.replace("\"issued\":1", "\"issued\":9"));
    }

    @ParameterizedTest
    @MethodSource("badShown")
    void what_is_shown_is_as_documented(String shown) {
        server.shown = shown;
        server.plaintext = "{\"pin\":\"K7Q2ZD\"}";
        assertThatThrownBy(device::poll).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_dead_pin_is_not_shown() {
        server.plaintext = "{\"pin\":\"K7Q2ZD\"}";
        serverClock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(device.poll()).isPresent();
        serverClock.advance(Duration.ofMillis(1));
        assertThatThrownBy(device::poll).isInstanceOf(AssertionError.class);
    }

    static Stream<String> badAnswers() {
        String good = "{\"version\":1,\"time\":1777881600000,\"refresh\":10,\"done\":false,\"login\":null,"
                + "\"shown\":null,\"sealed\":null}";
        return Stream.of(
                "",
                good.replace("\"version\":1", "\"version\":2"),
                good.replace("\"refresh\":10", "\"refresh\":0"),
                good.replace("false", "true"),
                good.replace("\"login\":null", "\"login\":\"" + AppServer.LOGIN + "\""),
                good.replace("\"shown\":null", "\"shown\":\"e30\""),
                good.replace("}", ",\"more\":null}"),
                good.replace(",\"sealed\":null", ""));
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    void an_answer_is_as_documented(String answer) {
        assertThatThrownBy(() -> device.read(answer.getBytes(UTF_8))).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_login_is_named_in_lower_case() {
        byte[] answer = server.answer(false, "\"" + AppServer.LOGIN.toUpperCase(Locale.ROOT) + "\"", "\"\"", "\"\"");
        assertThatThrownBy(() -> device.read(answer)).isInstanceOf(AssertionError.class);
    }

    @Test
    void it_prints_the_fingerprint_of_its_keys() {
        assertThat(device).hasToString("FakeDevice[" + device.keys() + "]");
        new LeakDetector()
                .watch("token", AppServer.TOKEN)
                .watch("push address", device.pushAddress())
                .check(device);
        assertThat(new SignedRequest("poll", AppServer.TOKEN, 1, null)).hasToString("SignedRequest[poll]");
    }
}
