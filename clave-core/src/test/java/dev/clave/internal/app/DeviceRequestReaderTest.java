package dev.clave.internal.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.internal.app.DeviceRequest.Ask;
import dev.clave.internal.state.LoginId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceRequestReaderTest {
    private static final String POLL =
            "{\"version\":1,\"ask\":\"poll\",\"token\":\"abc\",\"time\":1777881600000,\"signature\":\"AAAA\"}";
    private static final String LOGIN = "000000000000000700000000000000ff";
    private static final String NOT_ME = "{\"version\":1,\"ask\":\"not-me\",\"token\":\"abc\",\"time\":1777881600000,"
            + "\"login\":\"" + LOGIN + "\",\"generation\":2,\"signature\":\"AAAA\"}";

    private static Optional<DeviceRequest> read(String body) {
        return DeviceRequestReader.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(String body) {
        return new String(read(body).orElseThrow().signed(), StandardCharsets.US_ASCII);
    }

    @Test
    void a_poll_is_read() {
        assertThat(read(POLL))
                .contains(new DeviceRequest(Ask.POLL, "abc", 1_777_881_600_000L, new LoginId(0, 0), 0, "AAAA"));
        assertThat(read(POLL.replace("poll", "deactivate")).map(DeviceRequest::ask))
                .contains(Ask.DEACTIVATE);
        assertThat(read("  " + POLL.replace(",", " ,\n") + "\n")).isPresent();
    }

    @Test
    void it_was_not_me_is_read() {
        DeviceRequest request = read(NOT_ME).orElseThrow();
        assertThat(request.ask()).isEqualTo(Ask.NOT_ME);
        assertThat(request.login()).isEqualTo(new LoginId(7, 255));
        assertThat(request.generation()).isEqualTo(2);
        assertThat(request).hasToString("DeviceRequest[NOT_ME]");
    }

    @Test
    @DisplayName("what is signed are the lines of the guide")
    void what_is_signed() {
        assertThat(signed(POLL)).isEqualTo("clave/1/poll\nabc\n1777881600000");
        assertThat(signed(NOT_ME)).isEqualTo("clave/1/not-me\nabc\n1777881600000\n" + LOGIN + "\n2");
        assertThat(signed(POLL.replace("poll", "deactivate"))).isEqualTo("clave/1/deactivate\nabc\n1777881600000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "1",
                "{}",
                "{",
                "{\"version\":1}",
                POLL + POLL,
                POLL + " x",
                "[" + POLL + "]",
            })
    void what_is_no_object_of_the_right_fields_is_none(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void every_field_must_be_there_once_and_no_other() {
        assertThat(read(POLL.replace("\"version\":1,", ""))).isEmpty();
        assertThat(read(POLL.replace("\"version\":1", "\"version\":2"))).isEmpty();
        assertThat(read(POLL.replace("\"version\":1", "\"version\":\"1\""))).isEmpty();
        assertThat(read(POLL.replace("\"version\":1", "\"version\":1.0"))).isEmpty();
        assertThat(read(POLL.replace("\"time\":1777881600000,", ""))).isEmpty();
        assertThat(read(POLL.replace("1777881600000", "\"1777881600000\""))).isEmpty();
        assertThat(read(POLL.replace("1777881600000", "99999999999999999999"))).isEmpty();
        assertThat(read(POLL.replace("1777881600000", "null"))).isEmpty();
        assertThat(read(POLL.replace("\"abc\"", "{}"))).isEmpty();
        assertThat(read(POLL.replace("\"abc\"", "[]"))).isEmpty();
        assertThat(read(POLL.replace("\"abc\"", "\"abc\",\"token\":\"abd\""))).isEmpty();
        assertThat(read(POLL.replace("\"abc\"", "\"abc\",\"other\":\"x\""))).isEmpty();
        assertThat(read(POLL.replace("poll", "POLL"))).isEmpty();
        assertThat(read(POLL.replace("poll", "not-me"))).isEmpty();
        assertThat(read(NOT_ME.replace("not-me", "poll"))).isEmpty();
    }

    @Test
    void a_login_has_one_form() {
        assertThat(read(NOT_ME.replace(LOGIN, LOGIN.replace("ff", "FF")))).isEmpty();
        assertThat(read(NOT_ME.replace(LOGIN, LOGIN.substring(2)))).isEmpty();
        assertThat(read(NOT_ME.replace(LOGIN, LOGIN.replace("ff", "zz")))).isEmpty();
        assertThat(read(NOT_ME.replace("\"generation\":2", "\"generation\":2147483648")))
                .isEmpty();
    }

    @Test
    void another_encoding_is_none() {
        assertThat(DeviceRequestReader.read(POLL.getBytes(StandardCharsets.UTF_16)))
                .isEmpty();
        assertThat(DeviceRequestReader.read(POLL.getBytes(StandardCharsets.UTF_16LE)))
                .isEmpty();
        assertThat(read("\uFEFF" + POLL)).isEmpty();
        assertThat(DeviceRequestReader.read(POLL.replace("abc", "ab\u00E9").getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void what_is_too_long_is_not_read() {
        assertThat(read(POLL + " ".repeat(DeviceRequestReader.LONGEST - POLL.length())))
                .isPresent();
        assertThat(read(POLL + " ".repeat(DeviceRequestReader.LONGEST - POLL.length() + 1)))
                .isEmpty();
    }

    @Test
    void garbage_is_none_and_throws_nothing() {
        SplittableRandom random = new SplittableRandom(11);
        byte[] good = NOT_ME.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = good.clone();
            for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            assertThat(DeviceRequestReader.read(bad)).isNotNull();
        }
        assertThat(read("[".repeat(2_000))).isEmpty();
        assertThat(read("{\"a\":".repeat(400))).isEmpty();
    }
}
