package dev.clave.spring.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Field;
import dev.clave.Sentences;
import dev.clave.identity.Problem;
import dev.clave.spi.Language;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.LeakDetector;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Payload;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.groups.Default;
import java.nio.CharBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

class ConstraintsTest {
    private static final String DNI = "99999018D";
    private static final String NIE = "Z9999910K";
    private static final String WRONG = "99999018X";

    private static ValidatorFactory factory;
    private static Validator validator;

    interface Strict {}

    interface Loud extends Payload {}

    record Any(@IdentityNumber @Nullable CharSequence number) {}

    record OnlyDni(@Dni @Nullable String number) {}

    record OnlyNie(@Nie @Nullable String number) {}

    record Elements(List<@Dni String> numbers) {}

    record Own(
            @IdentityNumber(message = "not you", payload = Loud.class)
            String number) {}

    record Keyed(
            @Dni(message = "{jakarta.validation.constraints.NotNull.message}")
            String number) {}

    record Twice(
            @Dni(message = "a DNI, please") @Dni(groups = Strict.class, message = "a DNI, or else")
            String number) {}

    @BeforeAll
    static void start() {
        factory = Validation.buildDefaultValidatorFactory();
        validator = factory.getValidator();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void in_english() {
        speak(Language.EN);
    }

    @AfterEach
    void in_any() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {DNI, NIE, "99.999.018-d", " z-9999910 k", "X00000000T"})
    void what_a_person_types_is_a_number(String typed) {
        assertThat(validator.validate(new Any(typed))).isEmpty();
        assertThat(validator.validate(new Any(CharBuffer.wrap(typed)))).isEmpty();
    }

    @Test
    void null_is_valid_and_what_is_empty_is_not() {
        assertThat(validator.validate(new Any(null))).isEmpty();
        assertThat(validator.validate(new OnlyDni(null))).isEmpty();
        assertThat(validator.validate(new OnlyNie(null))).isEmpty();
        assertThat(messages(new Any(" "))).containsExactly("Type your DNI or NIE, with its letter.");
        assertThat(messages(new OnlyDni(""))).containsExactly("Type a DNI: eight digits and a letter.");
        assertThat(messages(new OnlyNie("")))
                .containsExactly("Type a NIE: a letter X, Y or Z, seven digits and another letter.");
    }

    @Test
    void a_box_for_one_kind_refuses_the_other() {
        assertThat(validator.validate(new OnlyDni(DNI))).isEmpty();
        assertThat(validator.validate(new OnlyNie(NIE))).isEmpty();
        assertThat(messages(new OnlyDni(NIE))).containsExactly("Type a DNI: eight digits and a letter.");
        assertThat(messages(new OnlyNie(DNI)))
                .containsExactly("Type a NIE: a letter X, Y or Z, seven digits and another letter.");
    }

    @ParameterizedTest
    @EnumSource
    void the_message_is_the_sentence_of_the_problem_in_each_language(Language language) {
        speak(language);
        String wrongLetter = Sentences.in(language).of(Field.NUMBER, Problem.WRONG_LETTER);
        assertThat(messages(new Any(WRONG))).containsExactly(wrongLetter);
        assertThat(messages(new OnlyDni(WRONG))).containsExactly(wrongLetter);
        assertThat(messages(new OnlyNie("Z9999910A"))).containsExactly(wrongLetter);
        assertThat(messages(new Any("B12345674")))
                .containsExactly(Sentences.in(language).of(Field.NUMBER, Problem.COMPANY_NIF));
    }

    @ParameterizedTest
    @CsvSource({
        "ES, Escriba un DNI: ocho cifras y una letra., siete cifras",
        "CA, Escrigui un DNI: vuit xifres i una lletra., set xifres",
        "CA_VALENCIA, Escriga un DNI: huit xifres i una lletra., Escriga un NIE",
        "GL, Escriba un DNI: oito cifras e unha letra., sete cifras",
        "EU, Idatzi NAN bat: zortzi zifra eta letra bat., zazpi zifra",
        "EN, Type a DNI: eight digits and a letter., seven digits"
    })
    void a_box_for_one_kind_says_so_in_each_language(Language language, String dni, String nie) {
        speak(language);
        assertThat(messages(new OnlyDni("123"))).isNotEqualTo(List.of(dni));
        assertThat(messages(new OnlyDni("E00112233"))).containsExactly(dni);
        assertThat(messages(new OnlyNie("ABC123456")))
                .singleElement()
                .asString()
                .contains(nie);
    }

    @ParameterizedTest
    @CsvSource({"ca-ES-valencia, CA_VALENCIA", "va, CA_VALENCIA", "ca-ES, CA", "es-MX, ES", "fr-FR, ES", "und, ES"})
    void the_locale_of_the_request_chooses_and_spanish_is_for_all_others(String tag, Language language) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(tag));
        assertThat(messages(new Any(WRONG)))
                .containsExactly(Sentences.in(language).of(Field.NUMBER, Problem.WRONG_LETTER));
    }

    @Test
    void a_message_of_the_host_is_used_as_it_is() {
        Set<ConstraintViolation<Own>> own = validator.validate(new Own(WRONG));
        assertThat(own).singleElement().satisfies(violation -> {
            assertThat(violation.getMessage()).isEqualTo("not you");
            assertThat(violation.getConstraintDescriptor().getPayload()).contains(Loud.class);
        });
        assertThat(messages(new Keyed(WRONG))).containsExactly("must not be null");
    }

    @Test
    void a_constraint_can_stand_twice_and_in_a_list() {
        assertThat(messages(new Twice(NIE))).containsExactly("a DNI, please");
        assertThat(messages(new Twice(NIE), Strict.class)).containsExactly("a DNI, or else");
        assertThat(messages(new Twice(NIE), Strict.class, Default.class)).hasSize(2);
        assertThat(validator.validate(new Elements(List.of(DNI, NIE, DNI))))
                .singleElement()
                .satisfies(
                        violation -> assertThat(violation.getPropertyPath()).hasToString("numbers[1].<list element>"));
    }

    @Test
    void a_violation_repeats_nothing_and_never_says_the_right_letter() {
        LeakDetector leaks = new LeakDetector().watch(FakePeople.ANA).watch("what was typed", WRONG);
        for (Language language : Language.values()) {
            speak(language);
            for (Object form : List.of(new Any(WRONG), new OnlyDni(WRONG), new OnlyNie(DNI), new Any("99999018"))) {
                validator.validate(form).forEach(violation -> {
                    leaks.check(violation.getMessage(), violation.getMessageTemplate(), violation.getPropertyPath());
                    leaks.check(violation, violation.getConstraintDescriptor());
                });
            }
        }
    }

    @Test
    void no_sentence_holds_what_a_template_would_fill_in() {
        for (Language language : Language.values()) {
            for (Problem problem : EnumSet.allOf(Problem.class)) {
                assertThat(Sentences.in(language).of(Field.NUMBER, problem)).doesNotContainPattern("[{}$\\\\]");
            }
            assertThat(NumberKind.DNI.sentence(language) + NumberKind.NIE.sentence(language))
                    .doesNotContainPattern("[{}$\\\\]");
        }
    }

    private static void speak(Language language) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language.tag()));
    }

    private static List<String> messages(Object form, Class<?>... groups) {
        return validator.validate(form, groups).stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }
}
