package dev.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContrastDateTest {
    private static final LocalDate DATE = LocalDate.of(2031, 3, 15);

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "15-03-2031",
                "15/03/2031",
                "15.03.2031",
                "15 03 2031",
                "2031-03-15",
                " 15-03-2031 ",
                "\u00A015-03-2031\u3000",
                "\u200B15-03-2031\uFEFF",
                "\uFEFF 15-03-2031",
                "15\u201303\u20132031",
                "15\u221203-2031",
                "2031\u201303\u201115",
                "15\u00A003\u20092031",
                "15/\u200B03/\u200B2031"
            })
    @DisplayName("C03 each documented form of a date is read as that day")
    void documentedForms(String typed) {
        assertThat(ValidityDate.parse(typed).accepted()).contains(ValidityDate.of(DATE));
        assertThat(IssueDate.parse(typed).accepted()).contains(IssueDate.of(DATE));
    }

    @ParameterizedTest(name = "{index}: {1}")
    @CsvSource({
        "15-03/2031, MALFORMED",
        "15 03-2031, MALFORMED",
        "15.03 2031, MALFORMED",
        "2031-03/15, MALFORMED",
        "2031 03-15, MALFORMED",
        "2031/03/15, MALFORMED",
        "2031.03.15, MALFORMED",
        "2031 03 15, MALFORMED",
        "15032031, MALFORMED",
        "20310315, MALFORMED",
        "5-3-2031, MALFORMED",
        "05-3-2031, MALFORMED",
        "15-03-02031, MALFORMED",
        "15--03-2031, MALFORMED",
        "15 - 03 - 2031, MALFORMED",
        "15-03-2031-, MALFORMED",
        "-15-03-2031, MALFORMED",
        "15-03, MALFORMED",
        "2031, MALFORMED",
        "15-mar-2031, MALFORMED",
        "15a03a2031, MALFORMED",
        "O1-03-2031, MALFORMED",
        "15-03-2031Z, MALFORMED",
        "2031-03-15T00:00:00Z, UNEXPECTED_CHARACTER",
        "2031-03-15T00, MALFORMED",
        "2031-03-15 00:00, UNEXPECTED_CHARACTER",
        "15-03-2031+14:00, UNEXPECTED_CHARACTER",
        "15_03_2031, UNEXPECTED_CHARACTER",
        "15-03-٢٠٣١, NOT_ASCII",
        "１５-03-2031, NOT_ASCII",
        "'15-03-2031\u0000', CONTROL_CHARACTER",
        "'15\t03\t2031', CONTROL_CHARACTER",
        "\u202E15-03-2031, CONTROL_CHARACTER",
        "15-03-31, TWO_DIGIT_YEAR",
        "15/03/31, TWO_DIGIT_YEAR",
        "31 03 15, TWO_DIGIT_YEAR",
        "'', EMPTY",
        "'  ', EMPTY",
        "--, EMPTY",
        "0000000000000000000000000000000-0, TOO_LONG"
    })
    @DisplayName("C03 any other form is refused, with what is wrong with it")
    void otherForms(String typed, Problem problem) {
        assertRefused(typed, problem);
    }

    @ParameterizedTest
    @CsvSource({
        "31-04-2031, NO_SUCH_DATE",
        "29-02-2031, NO_SUCH_DATE",
        "29-02-2100, NO_SUCH_DATE",
        "30-02-2032, NO_SUCH_DATE",
        "00-03-2031, NO_SUCH_DATE",
        "32-01-2031, NO_SUCH_DATE",
        "15-00-2031, NO_SUCH_DATE",
        "03-15-2031, NO_SUCH_DATE",
        "2031-15-03, NO_SUCH_DATE",
        "31-12-9999, NO_SUCH_DATE",
        "02-01-9999, NO_SUCH_DATE",
        "31-12-1950, TOO_EARLY",
        "01-01-0000, TOO_EARLY",
        "01-01-9999, PERMANENT_DATE",
        "01/01/9999, PERMANENT_DATE",
        "9999-01-01, PERMANENT_DATE",
        "01 01 9999, PERMANENT_DATE"
    })
    @DisplayName("the calendar is strict, and begins with the first DNI")
    void strictCalendar(String typed, Problem problem) {
        assertRefused(typed, problem);
    }

    @ParameterizedTest
    @CsvSource({"29-02-2032, 2032-02-29", "29-02-2000, 2000-02-29", "01-01-1951, 1951-01-01", "31-12-9998, 9998-12-31"})
    @DisplayName("leap days, the first day and the last one are dates")
    void borders(String typed, LocalDate date) {
        assertThat(ValidityDate.parse(typed).accepted()).map(ValidityDate::date).contains(date);
        assertThat(IssueDate.parse(typed).accepted()).map(IssueDate::date).contains(date);
    }

    @Test
    @DisplayName("C09 null reads as empty")
    void nullReadsAsEmpty() {
        assertThat(ValidityDate.parse(null).problem()).contains(Problem.EMPTY);
        assertThat(IssueDate.parse(null).problem()).contains(Problem.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-01-01", "9999-12-31", "1950-12-31", "-0001-01-01", "+10000-01-01"})
    @DisplayName("C02 a registry cannot hold a date that no DNI is checked by")
    void strictValues(String date) {
        LocalDate day = LocalDate.parse(date);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValidityDate.of(day))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(date.substring(0, 4)));
        assertThatIllegalArgumentException().isThrownBy(() -> IssueDate.of(day));
    }

    @Test
    @DisplayName("equal are two of the same type and day")
    void equality() {
        assertThat(ValidityDate.of(DATE)).isEqualTo(ValidityDate.of(DATE)).hasSameHashCodeAs(ValidityDate.of(DATE));
        assertThat(IssueDate.of(DATE)).isEqualTo(IssueDate.of(DATE)).hasSameHashCodeAs(IssueDate.of(DATE));
        assertThat((ContrastData) ValidityDate.of(DATE)).isNotEqualTo(IssueDate.of(DATE));
        assertThat(ValidityDate.of(DATE)).isNotEqualTo(ValidityDate.of(DATE.plusDays(1)));
        assertThat(IssueDate.of(DATE)).isNotEqualTo(IssueDate.of(DATE.plusDays(1)));
    }

    private static void assertRefused(String typed, Problem problem) {
        assertThat(ValidityDate.parse(typed).problem()).contains(problem);
        assertThat(IssueDate.parse(typed).problem()).contains(problem);
    }
}
