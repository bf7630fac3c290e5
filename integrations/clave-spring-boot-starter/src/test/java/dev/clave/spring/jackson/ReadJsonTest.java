package dev.clave.spring.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonMerge;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.clave.BrowserToken;
import dev.clave.DeviceToken;
import dev.clave.LoginHandle;
import dev.clave.NewDevice;
import dev.clave.Origin;
import dev.clave.identity.ContrastData;
import dev.clave.identity.Dni;
import dev.clave.identity.IdentityNumber;
import dev.clave.identity.IssueDate;
import dev.clave.identity.Nie;
import dev.clave.identity.Problem;
import dev.clave.identity.SupportNumber;
import dev.clave.identity.TypedContrast;
import dev.clave.identity.ValidityDate;
import dev.clave.spi.HostKey;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.PushAddress;
import dev.clave.spi.Secret;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.LeakDetector;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

class ReadJsonTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final FakePerson BREIXO = FakePeople.BREIXO;
    private static final FakePerson CAROL = FakePeople.CAROL;

    /** A mapper that quotes the document wherever it can. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .addModule(new ClaveJsonModule())
            .build();

    private final LeakDetector leaks = new LeakDetector()
            .watch(ANA)
            .watch(CAROL)
            .watch("a wrong number", "99999018X")
            .watch("digits", "99999018")
            .watch("a wrong phone", "600000018x");

    record Form(
            @Nullable IdentityNumber number,
            @Nullable ValidityDate until,
            @Nullable PhoneNumber phone,
            @Nullable Secret pin,
            Optional<Nie> other,
            List<Dni> several) {}

    record Tagged(
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY)
            IdentityNumber number) {}

    private <T> T read(String text, Class<T> type) {
        return json.readValue('"' + text + '"', type);
    }

    @Test
    void each_type_is_read_as_a_person_types_it() {
        assertThat(read(" 99.999.018-d", IdentityNumber.class)).isEqualTo(ANA.number());
        assertThat(read("99999018d", Dni.class)).isEqualTo(ANA.number());
        assertThat(read("z 9999910 k", Nie.class)).isEqualTo(CAROL.number());
        assertThat(read("15/03/2031", ValidityDate.class))
                .isEqualTo(ANA.person().contrast());
        assertThat(read("2019-11-07", IssueDate.class))
                .isEqualTo(BREIXO.person().contrast());
        assertThat(read("e112233", SupportNumber.class))
                .isEqualTo(CAROL.person().contrast());
        assertThat(read("+34600000018", PhoneNumber.class)).isEqualTo(ANA.phone());
        assertThat(read("https://push.example/1", PushAddress.class))
                .isEqualTo(PushAddress.of("https://push.example/1"));
        assertThat(read("H4X7QK", Secret.class).reveal()).isEqualTo("H4X7QK");
        assertThat(read("a", LoginHandle.class).revealToken()).isEqualTo("a");
        assertThat(read("b", BrowserToken.class).revealToken()).isEqualTo("b");
        assertThat(read("c", DeviceToken.class).revealToken()).isEqualTo("c");
    }

    @Test
    void they_are_read_wherever_they_stand() {
        Form form = json.readValue("""
                {"number": "99999018D", "until": null, "phone": "+34600000018", "pin": "H4X7QK",
                 "other": "Z9999910K", "several": ["99999018D", "99999035A"]}""", Form.class);
        assertThat(form.number()).isEqualTo(ANA.number());
        assertThat(form.until()).isNull();
        assertThat(form.other()).contains((Nie) CAROL.number());
        assertThat(form.several()).containsExactly((Dni) ANA.number(), (Dni) BREIXO.number());
        assertThat(json.readValue("{\"number\": [\"Dni\", \"99999018D\"]}", Tagged.class)
                        .number())
                .isEqualTo(ANA.number());
        assertThat(json.readValue("{\"Z9999910K\": 1}", new TypeReference<Map<IdentityNumber, Integer>>() {}))
                .isEqualTo(Map.of(CAROL.number(), 1));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "99999018X, WRONG_LETTER",
        "99999018, MISSING_LETTER",
        "***9901**, UNEXPECTED_CHARACTER",
        "B12345674, COMPANY_NIF",
        "00000000000000000000000000000000000T, TOO_LONG"
    })
    void what_cannot_be_read_has_a_problem_and_is_not_quoted(String typed, Problem problem) {
        for (Class<?> type : List.of(IdentityNumber.class, Dni.class, Nie.class)) {
            MistypedJsonException failure = mistyped(() -> read(typed, type));
            assertThat(failure.problem()).isEqualTo(problem);
            assertThat(failure.getOriginalMessage()).isEqualTo("this is no " + type.getSimpleName() + ": " + problem);
            assertThat(failure.getMessage()).contains("line: 1, column: 1");
            assertThat(failure.getTargetType()).isEqualTo(type);
        }
    }

    @Test
    void each_type_has_its_problem() {
        assertThat(mistyped(() -> read("Z9999910K", Dni.class)).problem()).isEqualTo(Problem.MALFORMED);
        assertThat(mistyped(() -> read("99999018D", Nie.class)).problem()).isEqualTo(Problem.MALFORMED);
        assertThat(mistyped(() -> read("01-01-9999", ValidityDate.class)).problem())
                .isEqualTo(Problem.PERMANENT_DATE);
        assertThat(mistyped(() -> read("15-03-31", IssueDate.class)).problem()).isEqualTo(Problem.TWO_DIGIT_YEAR);
        assertThat(mistyped(() -> read("00112233", SupportNumber.class)).problem())
                .isEqualTo(Problem.MISSING_PREFIX);
        assertThat(mistyped(() -> read("600000018x", PhoneNumber.class)).problem())
                .isEqualTo(Problem.MALFORMED);
        assertThat(mistyped(() -> read("", PushAddress.class)).problem()).isEqualTo(Problem.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999018", "9.9", "true", "[\"99999018D\"]", "{\"value\": \"99999018D\"}"})
    void nothing_but_a_text_is_read_and_nothing_is_coerced(String text) {
        for (Class<?> type : List.of(IdentityNumber.class, PhoneNumber.class, Secret.class, LoginHandle.class)) {
            MistypedJsonException failure = mistyped(() -> json.readValue(text, type));
            assertThat(failure.problem()).isEqualTo(Problem.MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\": \"99999018X\"}",
                "{\"number\": 99999018}",
                "{\"phone\": \"600000018x\"}",
                "{\"phone\": \"+34 600 000 018\"}",
                "{\"until\": \"2031-03-15T00:00\"}",
                "{\"other\": \"99999018D\"}",
                "{\"several\": [\"99999035A\", \"Z9999910K\"]}",
                "{\"several\": \"99999018D\"}"
            })
    void a_form_that_cannot_be_read_is_not_quoted(String text) {
        JacksonException failure = failure(() -> json.readValue(text, Form.class));
        assertThat(failure).isInstanceOf(MismatchedInputException.class);
        leaks.check(failure.getPathReference(), failure.getPath());
        if (failure instanceof MistypedJsonException) {
            assertThat(failure.getMessage()).contains("line: 1", "Form[");
            leaks.check(failure, failure.getMessage(), failure.getOriginalMessage(), failure.getLocation());
        } else {
            leaks.check(failure.getOriginalMessage()); // Jackson's own, of a list: the host has told it to quote
        }
    }

    @Test
    void a_bad_key_of_a_map_is_not_quoted() {
        MistypedJsonException failure = mistyped(
                () -> json.readValue("{\"99999018X\": 1}", new TypeReference<Map<IdentityNumber, Integer>>() {}));
        assertThat(failure.problem()).isEqualTo(Problem.WRONG_LETTER);
    }

    @Test
    void the_key_of_a_bad_value_is_not_quoted() {
        JacksonException failure = failure(() -> json.readValue(
                "{\"a\": {\"99999018D\": [1, \"x\"]}}",
                new TypeReference<Map<String, Map<IdentityNumber, List<Integer>>>>() {}));
        assertThat(failure).isInstanceOf(MismatchedInputException.class);
        assertThat(failure.getPathReference())
                .contains("[\"a\"]", "[\"***\"]", "ArrayList[1]")
                .doesNotContain("99999018");
        assertThat(failure.getMessage()).contains("Integer", "line: 1, column: 25");
        leaks.check(failure, failure.getPath());

        MistypedJsonException mistyped =
                mistyped(() -> json.readValue("{\"99999018D\": \"99999018X\"}", new TypeReference<Map<Dni, Dni>>() {}));
        assertThat(mistyped.problem()).isEqualTo(Problem.WRONG_LETTER);
        assertThat(mistyped.getPathReference()).contains("[\"***\"]");
    }

    @Test
    void it_is_not_when_a_map_is_filled_its_type_comes_along_or_it_is_one_entry() {
        JsonMapper typed = json.rebuild()
                .activateDefaultTyping(
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfBaseType(Map.class)
                                .build(),
                        DefaultTyping.NON_FINAL)
                .build();
        Filled filled = new Filled();
        List<JacksonException> failures = List.of(
                failure(() -> json.readerForUpdating(filled).readValue("{\"map\": {\"99999018D\": \"x\"}}")),
                failure(() -> json.readValue(
                        "{\"99999018D\": \"x\"}", new TypeReference<Map.Entry<IdentityNumber, Integer>>() {})),
                failure(() -> typed.readValue(
                        "[\"java.util.HashMap\", {\"99999018D\": \"x\"}]",
                        new TypeReference<Map<IdentityNumber, Integer>>() {})));
        for (JacksonException failure : failures) {
            assertThat(failure).hasMessageContainingAll("not a valid `java.lang.Integer` value", "[\"***\"]");
            leaks.check(failure);
        }
    }

    static final class Filled {
        @JsonMerge
        private final Map<IdentityNumber, Integer> map = new HashMap<>();

        Filled() {}

        @JsonProperty
        Map<IdentityNumber, Integer> getMap() {
            return map;
        }
    }

    @Test
    void other_maps_are_left_alone() {
        JacksonException failure =
                failure(() -> json.readValue("{\"EMPTY\": \"x\"}", new TypeReference<EnumMap<Problem, Integer>>() {}));
        assertThat(failure.getPathReference()).contains("EMPTY");
    }

    @ParameterizedTest
    @ValueSource(classes = {ContrastData.class, TypedContrast.class, Origin.class, HostKey.class, NewDevice.class})
    void what_no_document_may_bring_is_not_read_and_not_quoted(Class<?> type) {
        JacksonException failure = failure(() -> read("99999018D", type));
        assertThat(failure).isInstanceOf(InvalidDefinitionException.class);
        assertThat(failure).hasMessageContaining(type.getSimpleName() + " is not read from JSON: ");
        leaks.check(failure);
    }

    private MistypedJsonException mistyped(Runnable code) {
        JacksonException failure = failure(code);
        leaks.check(failure, failure.getMessage(), failure.getOriginalMessage(), failure.getLocation());
        leaks.check(failure.getPath(), failure.processor());
        assertThat(failure).isInstanceOf(MistypedJsonException.class);
        return (MistypedJsonException) failure;
    }

    private static JacksonException failure(Runnable code) {
        return (JacksonException) WrittenJsonTest.failure(code);
    }
}
