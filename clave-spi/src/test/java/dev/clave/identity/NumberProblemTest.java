package dev.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("what is told of something that is no identity number")
class NumberProblemTest {

    @ParameterizedTest
    @CsvSource({"'', EMPTY", "'   ', EMPTY", "' -./_ ', EMPTY", "\uFEFF, EMPTY"})
    void nothingTyped(String typed, Problem problem) {
        assertProblem(typed, problem);
    }

    @ParameterizedTest
    @CsvSource({
        "12345678, MISSING_LETTER",
        "1234567, MISSING_LETTER",
        "1, MISSING_LETTER",
        "X1234567, MISSING_LETTER",
        "Z-1234567, MISSING_LETTER",
        "X01234567, MISSING_LETTER",
        "12345678A, WRONG_LETTER",
        "12345678O, WRONG_LETTER",
        "8A, WRONG_LETTER",
        "X1234567A, WRONG_LETTER",
        "X01234567A, WRONG_LETTER",
        "K1234567A, WRONG_LETTER",
        "L1111111C, WRONG_LETTER"
    })
    void letter(String typed, Problem problem) {
        assertProblem(typed, problem);
    }

    @ParameterizedTest
    @CsvSource({
        "123456789, WRONG_LENGTH",
        "123456789Z, WRONG_LENGTH",
        "012345678Z, WRONG_LENGTH",
        "X12345678L, WRONG_LENGTH",
        "X12345678Z, WRONG_LENGTH",
        "Y01234567L, WRONG_LENGTH",
        "X123456L, WRONG_LENGTH",
        "X123456S, WRONG_LENGTH",
        "Y01234567X, WRONG_LENGTH",
        "X001234567L, WRONG_LENGTH",
        "x9464186p123456, WRONG_LENGTH",
        "12345678Z 12345678Z, WRONG_LENGTH",
        "123456789012345678901234567890123, TOO_LONG"
    })
    void length(String typed, Problem problem) {
        assertProblem(typed, problem);
    }

    @ParameterizedTest
    @CsvSource({
        "O1234567L, LETTER_O_FOR_ZERO",
        "o1.234.567-L, LETTER_O_FOR_ZERO",
        "1234O678Z, LETTER_O_FOR_ZERO",
        "1234O678, LETTER_O_FOR_ZERO",
        "XO123456L, LETTER_O_FOR_ZERO",
        "XO1234567L, LETTER_O_FOR_ZERO",
        "E123O5678, LETTER_O_FOR_ZERO",
        "I2345678Z, LETTER_I_FOR_ONE",
        "l2345678Z, LETTER_I_FOR_ONE",
        "1234l678Z, LETTER_I_FOR_ONE",
        "Xi234567L, LETTER_I_FOR_ONE"
    })
    void lookalike(String typed, Problem problem) {
        assertProblem(typed, problem);
    }

    @ParameterizedTest
    @CsvSource({
        "A12345674, COMPANY_NIF",
        "b-58378431, COMPANY_NIF",
        "P2807900B, COMPANY_NIF",
        "E1234567A, COMPANY_NIF",
        "K1234567L, KLM_NIF",
        "l-1234567-l, KLM_NIF",
        "ES12345678Z, VAT_PREFIX",
        "ES 1234567L, VAT_PREFIX",
        "ESX1234567L, VAT_PREFIX",
        "ESX01234567L, VAT_PREFIX",
        "ESA12345674, VAT_PREFIX",
        "ES12345678, VAT_PREFIX",
        "E12345678, SUPPORT_NUMBER",
        "e 1234567, SUPPORT_NUMBER",
        "C01234567, SUPPORT_NUMBER",
        "BAA123456, IDESP",
        "XDA123456, IDESP",
        "ESX123456, IDESP"
    })
    void numberOfAnotherKind(String typed, Problem problem) {
        assertProblem(typed, problem);
    }

    @ParameterizedTest
    @CsvSource({
        "ABC, MALFORMED",
        "Z, MALFORMED",
        "OIL, MALFORMED",
        "12345678ZZ, MALFORMED",
        "12345678LL, MALFORMED",
        "T1234567L, MALFORMED",
        "A1234567L, MALFORMED",
        "1X234567L, MALFORMED",
        "1234*678Z, UNEXPECTED_CHARACTER",
        "1 OR 1=1 --, UNEXPECTED_CHARACTER"
    })
    void disorder(String typed, Problem problem) {
        assertProblem(typed, problem);
    }

    private static void assertProblem(String typed, Problem problem) {
        assertThat(IdentityNumber.parse(typed).problem()).contains(problem);
        assertThat(IdentityNumber.isValid(typed)).isFalse();
    }
}
