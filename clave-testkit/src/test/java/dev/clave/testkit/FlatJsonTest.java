package dev.clave.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {

    private static FlatJson read(String json) {
        return FlatJson.read("it", json.getBytes(UTF_8), Set.of("a", "b"));
    }

    @Test
    void texts_numbers_truths_and_nulls_are_read() {
        FlatJson one = read("{\"a\":\"ñ😀\",\"b\":null}");
        assertThat(one.text("a")).isEqualTo("ñ😀");
        assertThat(one.optionalText("b")).isEmpty();
        assertThat(one.isNull("a")).isFalse();
        assertThat(one.isNull("b")).isTrue();
        FlatJson other = read(" { \"b\" : true ,\r\n\t\"a\" : -1777881600000 } \n");
        assertThat(other.number("a")).isEqualTo(-1_777_881_600_000L);
        assertThat(other.truth("b")).isTrue();
        assertThat(read("{\"a\":1777881600000,\"b\":0}").time("a")).isEqualTo(FakeClock.START);
    }

    @Test
    void escapes_are_read() {
        assertThat(read("{\"\\u0061\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00$1\",\"b\":0}")
                        .text("a"))
                .isEqualTo("\"\\/\b\f\n\r\té😀$1");
    }

    @Test
    void a_long_text_is_read() {
        String text = "x\\n".repeat(20_000);
        assertThat(read("{\"a\":\"" + text + "\",\"b\":0}").text("a")).hasSize(40_000);
    }

    @Test
    void bytes_have_one_form() {
        assertThat(read("{\"a\":\"-_8\",\"b\":0}").bytes("a")).containsExactly(0xFB, 0xFF);
        for (String malformed : new String[] {"-_8=", "+/8", "-_9", "-", "a b"}) {
            assertThatThrownBy(
                            () -> read("{\"a\":\"" + malformed + "\",\"b\":0}").bytes("a"))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"a\":1}",
                "{\"a\":1,\"b\":2,\"c\":3}",
                "{\"a\":1,\"c\":2}",
                "{\"a\":1,\"b\":2,\"b\":2}",
                "{\"a\":1,\"b\":2,}",
                "{,\"a\":1,\"b\":2}",
                ",\"a\":1,\"b\":2}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1,,\"b\":2}",
                "{\"a\":1,\"b\":2",
                "{\"a\":1,\"b\":2}}",
                "{\"a\":1,\"b\":2} x",
                "\uFEFF{\"a\":1,\"b\":2}",
                "{a:1,\"b\":2}",
                "{'a':1,\"b\":2}",
                "{\"a\":01,\"b\":2}",
                "{\"a\":1.0,\"b\":2}",
                "{\"a\":1e3,\"b\":2}",
                "{\"a\":+1,\"b\":2}",
                "{\"a\":12345678901234567890,\"b\":2}",
                "{\"a\":{},\"b\":2}",
                "{\"a\":[],\"b\":2}",
                "{\"a\":True,\"b\":2}",
                "{\"a\":\"\n\",\"b\":2}",
                "{\"a\":\"\\x\",\"b\":2}",
                "{\"a\":\"\\u12\",\"b\":2}",
                "{\"a\":\"\\ud83d\",\"b\":2}"
            })
    void whatever_is_not_that_object_fails(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(AssertionError.class).hasMessageStartingWith("it must ");
    }

    @Test
    void another_encoding_fails() {
        byte[] latin = "{\"a\":\"ñ\",\"b\":0}".getBytes(ISO_8859_1);
        assertThatThrownBy(() -> FlatJson.read("it", latin, Set.of("a", "b")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("it must be UTF-8");
    }

    @Test
    void a_value_of_another_type_or_form_fails_and_is_not_repeated() {
        FlatJson json = read("{\"a\":\"KX3QPA\",\"b\":null}");
        assertThatThrownBy(() -> json.number("a")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> json.truth("a")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> json.text("b")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> json.number("b")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> json.truth("b")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> json.text("a", Pattern.compile("[0-9]+")))
                .isInstanceOf(AssertionError.class)
                .hasMessageNotContaining("KX3QPA");
    }
}
