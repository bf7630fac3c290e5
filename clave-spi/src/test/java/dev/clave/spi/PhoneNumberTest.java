package dev.clave.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"+34600000018", "+1234567", "+123456789012345"})
    @DisplayName("7 to 15 digits after a plus sign are a number")
    void accepted(String number) {
        assertThat(PhoneNumber.of(number).value()).isEqualTo(number);
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "",
                "+",
                "600000018",
                "0034600000018",
                "+034600000018",
                "+34 600 000 018",
                "+123456",
                "+1234567890123456",
                "+34600000018\n",
                "+3460000001٨",
                "tel:+34600000018",
                "+34600000018;ext=1",
                "++34600000018"
            })
    @DisplayName("another form is refused and not repeated")
    void refused(String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneNumber.of(number))
                .withMessage("no telephone number of the form +34600000018");
    }

    @Test
    @DisplayName("L01 it prints its last three digits")
    void masked() {
        assertThat(PhoneNumber.of("+34612345678")).hasToString("******678");
        assertThat(PhoneNumber.of("+1234567").masked()).isEqualTo("******567");
    }

    @Test
    @DisplayName("equal are two of the same number")
    void equality() {
        assertThat(PhoneNumber.of("+34600000018"))
                .isEqualTo(PhoneNumber.of("+34600000018"))
                .hasSameHashCodeAs(PhoneNumber.of("+34600000018"))
                .isNotEqualTo(PhoneNumber.of("+34600000019"))
                .isNotEqualTo("+34600000018");
    }
}
