package dev.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedContrastTest {
    private static final IdentityNumber DNI = IdentityNumber.of("99999018D");
    private static final IdentityNumber NIE = IdentityNumber.of("Z9999901N");
    private static final LocalDate DATE = LocalDate.of(2031, 3, 15);
    private static final List<ContrastData> ON_FILE = List.of(
            ValidityDate.of(DATE),
            IssueDate.of(DATE),
            ValidityDate.of(DATE.plusDays(1)),
            SupportNumber.of("E20310315"),
            SupportNumber.of("C20310315"));

    @Test
    @DisplayName("a typed date takes the type of the date on file, and matches no other datum")
    void datesMatchEitherDate() {
        assertThat(ON_FILE)
                .filteredOn(typed(DNI, "15/03/2031")::matches)
                .containsExactly(ON_FILE.get(0), ON_FILE.get(1));
    }

    @Test
    @DisplayName("C04 a typed support number matches the canonical one alone, letter included")
    void supportNumbersMatchThemselves() {
        assertThat(ON_FILE).filteredOn(typed(NIE, "e 20310315")::matches).containsExactly(ON_FILE.get(3));
        assertThat(typed(NIE, "c1234567").matches(SupportNumber.of("C01234567")))
                .isTrue();
        assertThat(typed(NIE, "c1234567").matches(SupportNumber.of("C12345670")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-01-9999",
                "01/01/9999",
                "01.01.9999",
                "01 01 9999",
                "9999-01-01",
                "\u00A001\u201301\u20139999"
            })
    @DisplayName("C02 the date of every permanent DNI is refused before there is anything to compare")
    void permanentDate(String typed) {
        assertThat(TypedContrast.parse(DNI, typed).problem()).contains(Problem.PERMANENT_DATE);
        assertThat(TypedContrast.parse(NIE, typed).problem()).contains(Problem.SUPPORT_NUMBER_EXPECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "E12345678, DATE_EXPECTED",
        "c1234567, DATE_EXPECTED",
        "BAA123456, DATE_EXPECTED",
        "99999018D, DATE_EXPECTED",
        "15-03-31, TWO_DIGIT_YEAR",
        "31-04-2031, NO_SUCH_DATE",
        "31-12-1950, TOO_EARLY",
        "15032031, MALFORMED",
        "12345678, MALFORMED",
        "hola, MALFORMED",
        "'', EMPTY",
        "15-03-2031 15-03-2031, MALFORMED",
        "15-03-2031 E12345678, MALFORMED"
    })
    @DisplayName("C09 what is typed for a DNI is a date or has a problem")
    void problemsOfDni(String typed, Problem problem) {
        assertThat(TypedContrast.parse(DNI, typed).problem()).contains(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "15-03-2031, SUPPORT_NUMBER_EXPECTED",
        "2031-03-15, SUPPORT_NUMBER_EXPECTED",
        "15-03-31, SUPPORT_NUMBER_EXPECTED",
        "31-04-2031, SUPPORT_NUMBER_EXPECTED",
        "31-12-1950, SUPPORT_NUMBER_EXPECTED",
        "15032031, MISSING_PREFIX",
        "Z9999901N, IDENTITY_NUMBER",
        "BAA123456, IDESP",
        "hola, MALFORMED",
        "'', EMPTY",
        "E12345678 15-03-2031, WRONG_LENGTH"
    })
    @DisplayName("C09 what is typed for a NIE is a support number or has a problem")
    void problemsOfNie(String typed, Problem problem) {
        assertThat(TypedContrast.parse(NIE, typed).problem()).contains(problem);
    }

    @Test
    @DisplayName("C09 null reads as empty, and there is no datum without a number")
    void nothing() {
        assertThat(TypedContrast.parse(DNI, null).problem()).contains(Problem.EMPTY);
        assertThat(TypedContrast.parse(NIE, null).problem()).contains(Problem.EMPTY);
        assertThatNullPointerException().isThrownBy(() -> TypedContrast.parse(nobody(), "15-03-2031"));
    }

    @SuppressWarnings("NullAway")
    private static IdentityNumber nobody() {
        return null;
    }

    private static TypedContrast typed(IdentityNumber number, String typed) {
        return TypedContrast.parse(number, typed).accepted().orElseThrow();
    }
}
