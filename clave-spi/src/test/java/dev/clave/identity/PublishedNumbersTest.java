package dev.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that other projects have published with their tests; each row names its source. */
class PublishedNumbersTest {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final Pattern TAB = Pattern.compile("\t");

    record Row(String input, String kind, String normalised, String reason) {
        static Row of(String line) {
            String[] columns = TAB.split(line, -1);
            return new Row(unescaped(columns[0]), columns[1], columns[2], columns[3]);
        }
    }

    @Test
    @DisplayName("the table has its 252 rows")
    void tableIsWhole() throws IOException {
        assertThat(rows()).hasSize(252);
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("V01 each published number gives its kind and its normal form, by every way in")
    void kindAndNormalForm(Row row) {
        Parsed<IdentityNumber> parsed = IdentityNumber.parse(row.input());

        switch (row.kind()) {
            case "dni" -> assertThat(parsed.accepted()).containsInstanceOf(Dni.class);
            case "nie" -> assertThat(parsed.accepted()).containsInstanceOf(Nie.class);
            case "klm-nif" -> assertThat(parsed.problem()).contains(Problem.KLM_NIF);
            default -> assertThat(parsed.problem()).isPresent().get().isNotEqualTo(Problem.KLM_NIF);
        }
        if (parsed.problem().isEmpty()) {
            assertThat(parsed.accepted()).map(IdentityNumber::value).contains(row.normalised());
        }
        assertThat(IdentityNumber.isValid(row.input()))
                .isEqualTo(parsed.accepted().isPresent());
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("the reason in the table is the problem that is told")
    void reasonIsTold(Row row) {
        Optional<Problem> expected = expected(row.reason());
        if (expected.isPresent()) {
            assertThat(IdentityNumber.parse(row.input()).problem()).isEqualTo(expected);
        }
    }

    private static Optional<Problem> expected(String reason) {
        if (reason.contains("wrong check letter")) {
            return Optional.of(Problem.WRONG_LETTER);
        }
        return switch (reason) {
            case "invalid: check letter missing" -> Optional.of(Problem.MISSING_LETTER);
            case "invalid: legal-person NIF (CIF), not a natural person" -> Optional.of(Problem.COMPANY_NIF);
            case "invalid: 10-character X form whose first digit is not 0" -> Optional.of(Problem.WRONG_LENGTH);
            case "policy: VAT prefix ES, a different identifier" -> Optional.of(Problem.VAT_PREFIX);
            case "invalid: empty" -> Optional.of(Problem.EMPTY);
            default -> Optional.empty();
        };
    }

    static List<Row> rows() throws IOException {
        var file = PublishedNumbersTest.class.getResourceAsStream("identity-numbers.tsv");
        try (var lines = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(file, "identity-numbers.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Row::of).toList();
        }
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
    }
}
