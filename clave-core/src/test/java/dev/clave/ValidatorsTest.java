package dev.clave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.identity.IdentityNumber;
import dev.clave.identity.IssueDate;
import dev.clave.identity.Problem;
import dev.clave.identity.SupportNumber;
import dev.clave.identity.TypedContrast;
import dev.clave.identity.ValidityDate;
import dev.clave.spi.Language;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValidatorsTest {
    private static final IdentityNumber DNI = IdentityNumber.of("99999018D");
    private static final IdentityNumber NIE = IdentityNumber.of("Z9999901N");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);

    @Test
    @DisplayName("V01 an identity number in any accepted form is one canonical value, with no complaint")
    void anIdentityNumberIsReadInAnyForm() {
        for (String typed : new String[] {"99999018D", "99999018d", " 99.999.018-d ", "99999018\u2013D"}) {
            Checked<IdentityNumber> checked = Validators.identityNumber(typed, Language.ES);
            assertThat(checked.accepted()).contains(DNI);
            assertThat(checked.complaint()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY", "99999018A, WRONG_LETTER", "99999018, MISSING_LETTER", "9999O018D, LETTER_O_FOR_ZERO",
        "9999I018D, LETTER_I_FOR_ONE", "A58818501, COMPANY_NIF", "ES99999018D, VAT_PREFIX", "E99999999, SUPPORT_NUMBER",
        "BAA000000, IDESP", "999990180D, WRONG_LENGTH", "９9999018D, NOT_ASCII", "99999*018D, UNEXPECTED_CHARACTER"
    })
    void aWrongNumberComesWithItsProblemAndItsSentence(String typed, Problem problem) {
        assertThat(Validators.identityNumber(typed, Language.GL))
                .isEqualTo(
                        new Checked.Invalid<>(problem, Sentences.in(Language.GL).of(Field.NUMBER, problem)));
    }

    @Test
    void nothingTypedIsEmptyEverywhere() {
        assertThat(problem(Validators.identityNumber(null, Language.ES))).isEqualTo(Problem.EMPTY);
        assertThat(problem(Validators.validityDate(null, Language.ES))).isEqualTo(Problem.EMPTY);
        assertThat(problem(Validators.issueDate(null, TODAY, Language.ES))).isEqualTo(Problem.EMPTY);
        assertThat(problem(Validators.supportNumber(null, Language.ES))).isEqualTo(Problem.EMPTY);
        assertThat(problem(Validators.contrast(NIE, null, Language.ES))).isEqualTo(Problem.EMPTY);
    }

    @Test
    void datesAndSupportNumbersAreRead() {
        assertThat(Validators.validityDate("15/03/2031", Language.ES).accepted())
                .contains(ValidityDate.of(LocalDate.of(2031, 3, 15)));
        assertThat(Validators.issueDate("16.03.2026", TODAY, Language.ES).accepted())
                .contains(IssueDate.of(TODAY));
        assertThat(Validators.supportNumber("e 123", Language.ES).accepted()).contains(SupportNumber.of("E00000123"));
        assertThat(Validators.contrast(NIE, "c123", Language.ES)
                        .accepted()
                        .orElseThrow()
                        .matches(SupportNumber.of("C00000123")))
                .isTrue();
        assertThat(Validators.contrast(DNI, "2031-03-15", Language.ES)
                        .accepted()
                        .orElseThrow()
                        .matches(ValidityDate.of(LocalDate.of(2031, 3, 15))))
                .isTrue();
    }

    @Test
    void anIssueDateHasComeAndAValidityDateNeedNot() {
        Checked<IssueDate> tomorrow = Validators.issueDate("17-03-2026", TODAY, Language.ES);
        assertThat(problem(tomorrow)).isEqualTo(Problem.IN_THE_FUTURE);
        assertThat(tomorrow.complaint().orElseThrow()).contains("posterior a hoy");
        assertThat(Validators.validityDate("17-03-2026", Language.ES).accepted())
                .isPresent();
    }

    @Test
    @DisplayName("C02 01-01-9999 is refused with the hint to give the issue date")
    void thePermanentDateAsksForTheIssueDate() {
        for (Checked<?> checked : new Checked<?>[] {
            Validators.validityDate("01-01-9999", Language.ES),
            Validators.issueDate("01-01-9999", TODAY, Language.ES),
            Validators.contrast(DNI, "01-01-9999", Language.ES)
        }) {
            assertThat(problem(checked)).isEqualTo(Problem.PERMANENT_DATE);
            assertThat(checked.complaint().orElseThrow()).contains("expedición");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachBoxHasItsOwnSentenceForNothing(Language language) {
        assertThat(Set.of(
                        sentence(Validators.identityNumber("", language)),
                        sentence(Validators.validityDate("", language)),
                        sentence(Validators.issueDate("", TODAY, language)),
                        sentence(Validators.supportNumber("", language)),
                        sentence(Validators.contrast(DNI, "", language))))
                .hasSize(5);
        assertThat(sentence(Validators.contrast(NIE, "", language)))
                .isEqualTo(sentence(Validators.supportNumber("", language)));
    }

    @Test
    void theDatumOfTheOtherDocumentIsRecognised() {
        assertThat(problem(Validators.contrast(DNI, "E123", Language.ES))).isEqualTo(Problem.DATE_EXPECTED);
        assertThat(problem(Validators.contrast(NIE, "15-03-2031", Language.ES)))
                .isEqualTo(Problem.SUPPORT_NUMBER_EXPECTED);
        assertThat(problem(Validators.contrast(NIE, "12345", Language.ES))).isEqualTo(Problem.MISSING_PREFIX);
    }

    @Test
    @DisplayName("V10 whatever is typed, the sentence is one of a closed list: nothing is echoed")
    void nothingIsEchoed() {
        Set<String> closed = new HashSet<>();
        for (Problem problem : Problem.values()) {
            closed.add(Sentences.in(Language.EN).of(Field.NUMBER, problem));
        }
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder typed = new StringBuilder();
            random.ints(random.nextInt(12), 0, 0x2070)
                    .forEach(c -> typed.append((char) (random.nextBoolean() ? c : '0' + c % 43)));
            Validators.identityNumber(typed, Language.EN)
                    .complaint()
                    .ifPresent(sentence -> assertThat(closed).contains(sentence));
        }
    }

    @Test
    void whatWasCheckedPrintsNoDatum() {
        Checked<TypedContrast> checked = Validators.contrast(DNI, "15-03-2031", Language.ES);
        assertThat(checked.toString()).doesNotContain("2031");
        assertThat(Validators.identityNumber("99999018D", Language.ES).toString())
                .doesNotContain("99999018");
    }

    private static Problem problem(Checked<?> checked) {
        return ((Checked.Invalid<?>) checked).problem();
    }

    private static String sentence(Checked<?> checked) {
        return checked.complaint().orElseThrow();
    }
}
