package dev.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers see nothing of the host's locale and time zone. */
class DefaultsTest {
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tr-TR", "az-AZ", "lt-LT", "ar-EG", "ar-SA-u-nu-arab", "fa-IR", "th-TH-u-ca-buddhist-nu-thai"})
    @DisplayName("C03 the host's locale changes nothing that is read or printed")
    void locales(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));

        assertReadAsEverywhere();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12", "Europe/Madrid", "UTC"})
    @DisplayName("C03 the host's time zone shifts no date")
    void timeZones(String id) {
        TimeZone.setDefault(TimeZone.getTimeZone(id));

        assertReadAsEverywhere();
    }

    private static void assertReadAsEverywhere() {
        assertThat(IdentityNumber.parse("x-1234567-l").accepted())
                .map(IdentityNumber::value)
                .contains("X1234567L");
        assertThat(IdentityNumber.parse("12345678ı").problem()).contains(Problem.NOT_ASCII);
        assertThat(IdentityNumber.parse("12345678i").problem()).contains(Problem.WRONG_LETTER);
        assertThat(IdentityNumber.parse("i2345678z").problem()).contains(Problem.LETTER_I_FOR_ONE);
        assertThat(IdentityNumber.of("00000023T").value()).isEqualTo("00000023T");
        assertThat(IdentityNumber.of("12345678Z")).hasToString("***4567**");
        assertThat(SupportNumber.parse("c1234567").accepted())
                .map(SupportNumber::value)
                .contains("C01234567");
        for (String typed : new String[] {"01-03-2031", "01/03/2031", "01.03.2031", "01 03 2031", "2031-03-01"}) {
            assertThat(ValidityDate.parse(typed).accepted())
                    .map(ValidityDate::date)
                    .contains(LocalDate.of(2031, 3, 1));
        }
        TypedContrast typed = TypedContrast.parse(IdentityNumber.of("99999018D"), "01-03-2031")
                .accepted()
                .orElseThrow();
        assertThat(typed.matches(ValidityDate.of(LocalDate.of(2031, 3, 1)))).isTrue();
    }
}
