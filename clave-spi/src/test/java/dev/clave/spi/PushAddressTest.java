package dev.clave.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PushAddressTest {

    static Stream<String> accepted() {
        return Stream.of(
                "x",
                " ",
                "~",
                "dQw4:APA91b-_token",
                "{\"endpoint\":\"https://push.example/1\",\"keys\":{\"auth\":\"-_9\"}}",
                "a".repeat(PushAddress.LONGEST));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("accepted")
    @DisplayName("1 to 1,024 printable ASCII characters are an address")
    void accepted(String address) {
        assertThat(PushAddress.of(address).value()).isEqualTo(address);
    }

    static Stream<String> refused() {
        return Stream.of(
                "",
                "a".repeat(PushAddress.LONGEST + 1),
                "a\nb",
                "a\r\nX-Header: 1",
                "\t",
                "\0",
                "\u007f",
                "ñ",
                "\u202eabc",
                "\ud83d\udcf1");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("refused")
    @DisplayName("another form, such as one that breaks a header, is refused and not repeated")
    void refused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PushAddress.of(address))
                .withMessage("a push address has 1 to 1024 printable ASCII characters");
    }

    @Test
    @DisplayName("L01 it prints nothing, masked or not")
    void printsNothing() {
        PushAddress address = PushAddress.of("secret-token");

        assertThat(address).hasToString("PushAddress[redacted]");
        assertThat(address.masked()).isEqualTo("******");
    }

    @Test
    @DisplayName("equal are two of the same characters, in the same case")
    void equality() {
        assertThat(PushAddress.of("token"))
                .isEqualTo(PushAddress.of("token"))
                .hasSameHashCodeAs(PushAddress.of("token"))
                .isNotEqualTo(PushAddress.of("Token"))
                .isNotEqualTo(PhoneNumber.of("+34600000018"))
                .isNotEqualTo("token");
    }
}
