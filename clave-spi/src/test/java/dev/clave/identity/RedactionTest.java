package dev.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactionTest {
    static Stream<Object> secrets() {
        IdentityNumber dni = IdentityNumber.of("99999018D");
        IdentityNumber nie = IdentityNumber.of("Z9999901N");
        LocalDate date = LocalDate.of(2031, 3, 15);
        return Stream.of(
                dni,
                nie,
                IdentityNumber.parse("99999018D"),
                ValidityDate.of(date),
                IssueDate.of(date),
                ValidityDate.parse("15-03-2031"),
                SupportNumber.of("E87654321"),
                SupportNumber.parse("E87654321"),
                TypedContrast.parse(dni, "15-03-2031"),
                TypedContrast.parse(nie, "E87654321"),
                TypedContrast.parse(nie, "E87654321").accepted().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("secrets")
    @DisplayName("L01 no number and no datum is printed, and none can be serialised")
    void printsNothing(Object secret) {
        assertThat(secret.toString())
                .doesNotContain("99999018", "9999901", "2031", "-03", "8765", "321")
                .doesNotContain("D@", "[B");
        assertThat(secret).isNotInstanceOf(Serializable.class);
    }
}
