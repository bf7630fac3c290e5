package dev.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ParsedTest {
    private final Parsed<String> valid = new Parsed.Valid<>("four");
    private final Parsed<String> invalid = new Parsed.Invalid<>(Problem.EMPTY);

    @Test
    @DisplayName("it holds a value or a problem, never both")
    void eitherOr() {
        assertThat(valid.accepted()).contains("four");
        assertThat(valid.problem()).isEmpty();
        assertThat(invalid.accepted()).isEmpty();
        assertThat(invalid.problem()).contains(Problem.EMPTY);
    }

    @Test
    @DisplayName("a change of the value leaves a problem as it is")
    void map() {
        assertThat(valid.map(String::length)).isEqualTo(new Parsed.Valid<>(4));
        assertThat(invalid.map(String::length)).isEqualTo(new Parsed.Invalid<Integer>(Problem.EMPTY));
    }
}
