package dev.clave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.identity.IdentityNumber;
import dev.clave.identity.Problem;
import dev.clave.internal.texts.Letterhead;
import dev.clave.internal.texts.MessageTexts;
import dev.clave.spi.Language;
import dev.clave.spi.Level;
import dev.clave.spi.Route;
import dev.clave.spi.Secret;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    private static final Instant AT = Instant.parse("2026-03-16T09:42:30Z");
    private static final IdentityNumber PERSON = IdentityNumber.of("99999018D");
    private static final MaskedRoute PHONE = new MaskedRoute(Route.SMS, "******018");

    /** What a person can bring about, each with a sentence of its own and not the general one of the field. */
    private static final Map<Field, Set<Problem>> OWN = Map.of(
            Field.NUMBER,
            Set.of(
                    Problem.EMPTY,
                    Problem.TOO_LONG,
                    Problem.CONTROL_CHARACTER,
                    Problem.NOT_ASCII,
                    Problem.UNEXPECTED_CHARACTER,
                    Problem.WRONG_LENGTH,
                    Problem.MALFORMED,
                    Problem.LETTER_O_FOR_ZERO,
                    Problem.LETTER_I_FOR_ONE,
                    Problem.MISSING_LETTER,
                    Problem.WRONG_LETTER,
                    Problem.COMPANY_NIF,
                    Problem.KLM_NIF,
                    Problem.VAT_PREFIX,
                    Problem.SUPPORT_NUMBER,
                    Problem.IDESP),
            Field.CONTRAST,
            Set.of(
                    Problem.EMPTY,
                    Problem.TOO_LONG,
                    Problem.CONTROL_CHARACTER,
                    Problem.NOT_ASCII,
                    Problem.UNEXPECTED_CHARACTER,
                    Problem.WRONG_LENGTH,
                    Problem.MALFORMED,
                    Problem.LETTER_O_FOR_ZERO,
                    Problem.LETTER_I_FOR_ONE,
                    Problem.IDESP,
                    Problem.IDENTITY_NUMBER,
                    Problem.MISSING_PREFIX,
                    Problem.DATE_EXPECTED,
                    Problem.SUPPORT_NUMBER_EXPECTED,
                    Problem.TWO_DIGIT_YEAR,
                    Problem.NO_SUCH_DATE,
                    Problem.PERMANENT_DATE,
                    Problem.TOO_EARLY,
                    Problem.IN_THE_FUTURE),
            Field.CODE,
            Set.of(Problem.EMPTY, Problem.WRONG_LENGTH),
            Field.PIN,
            Set.of(Problem.EMPTY, Problem.WRONG_LENGTH));

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPairOfFieldAndProblemHasASentence(Language language) {
        Sentences sentences = Sentences.in(language);
        for (Field field : Field.values()) {
            String general = sentences.of(field, field == Field.NUMBER ? Problem.IN_THE_FUTURE : Problem.COMPANY_NIF);
            Set<String> distinct = new HashSet<>();
            for (Problem problem : Problem.values()) {
                String sentence = sentences.of(field, problem);
                assertThat(sentence).isNotBlank().doesNotContain("{", "}");
                boolean own = OWN.getOrDefault(field, Set.of()).contains(problem);
                assertThat(sentence.equals(general)).as(field + " " + problem).isNotEqualTo(own);
                distinct.add(sentence);
            }
            assertThat(distinct).hasSize(OWN.getOrDefault(field, Set.of()).size() + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyReasonHasASentenceOfItsOwn(Language language) {
        Set<String> distinct = new HashSet<>();
        for (Reason reason : Reason.values()) {
            distinct.add(Sentences.in(language).of(reason));
            assertThat(Sentences.in(language).of(new Denied(reason)))
                    .isEqualTo(Sentences.in(language).of(reason));
            assertThat(Sentences.in(language).of(new NotSent(reason)))
                    .isEqualTo(Sentences.in(language).of(reason));
        }
        assertThat(distinct).hasSameSizeAs(Reason.values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyOutcomeHasASentenceOfItsOwn(Language language) {
        Set<String> distinct = new HashSet<>();
        outcomes().forEach(outcome -> distinct.add(Sentences.in(language).of(outcome)));
        assertThat(distinct)
                .hasSameSizeAs(outcomes())
                .noneMatch(sentence -> sentence.isBlank() || sentence.contains("{"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noSentenceSaysWhoItIs(Language language) {
        for (Outcome outcome : outcomes()) {
            assertThat(Sentences.in(language).of(outcome))
                    .doesNotContain(PERSON.value(), PERSON.masked(), "subject-7", "handle-8", "Renta");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ES, Le queda 1 intento., Le quedan 2 intentos.",
        "CA, Li queda 1 intent., Li queden 2 intents.",
        "CA_VALENCIA, Li queda 1 intent., Li queden 2 intents.",
        "GL, Quédalle 1 intento., Quédanlle 2 intentos.",
        "EU, Saiakera 1 geratzen zaizu., 2 saiakera geratzen zaizkizu.",
        "EN, You have 1 attempt left., You have 2 attempts left."
    })
    void attemptsAreCountedAsTheLanguageCounts(Language language, String one, String two) {
        Sentences sentences = Sentences.in(language);
        assertThat(sentences.of(new WrongPin(1))).endsWith(one);
        assertThat(sentences.of(new WrongPin(2))).endsWith(two);
        assertThat(sentences.of(new WrongPin(0)))
                .doesNotContainPattern("[0-9]")
                .isEqualTo(sentences.of(new WrongPin(-1)));
    }

    @Test
    void theWaitIsToldWithItsDateUnlessItIsTodays() {
        Sentences spanish = Sentences.in(Language.ES);
        TryLater later = new TryLater(AT);
        assertThat(spanish.of(later)).endsWith("Vuelva a intentarlo el 16-03-2026 a partir de las 10:43.");
        assertThat(spanish.asOf(AT.minusSeconds(60)).of(later)).endsWith("Vuelva a intentarlo a partir de las 10:43.");
        assertThat(spanish.asOf(Instant.parse("2026-03-15T22:59:59Z")).of(later))
                .contains("16-03-2026");
        assertThat(spanish.asOf(Instant.parse("2026-03-15T23:00:00Z")).of(later))
                .doesNotContain("2026");
        assertThat(spanish.withZone(ZoneOffset.UTC).asOf(AT).of(later)).endsWith("09:43.");
        assertThat(Sentences.in(Language.EU).of(later)).endsWith("2026-03-16, 10:43.");
    }

    @Test
    void aWaitIsRoundedUpAcrossMidnightAndAnEndIsRoundedDown() {
        Sentences english = Sentences.in(Language.EN).withZone(ZoneOffset.UTC);
        assertThat(english.of(new TryLater(Instant.parse("2026-12-31T23:59:00.001Z"))))
                .contains("01-01-2027 from 00:00");
        assertThat(english.of(new TryLater(Instant.parse("2026-12-31T23:59:00Z"))))
                .contains("31-12-2026 from 23:59");
        assertThat(english.of(sent(Instant.parse("2026-12-31T23:59:59.999Z")))).contains("before 23:59");
    }

    @Test
    void theZoneIsMadridsUnlessSet() {
        assertThat(Sentences.in(Language.ES).of(sent(AT))).contains("antes de las 10:42", "******018");
        assertThat(Sentences.in(Language.ES)
                        .withZone(ZoneId.of("Atlantic/Canary"))
                        .of(sent(AT)))
                .contains("antes de las 09:42");
    }

    @Test
    void asOfAndZoneCombineInEitherOrder() {
        TryLater later = new TryLater(AT);
        Sentences one = Sentences.in(Language.CA).withZone(ZoneOffset.UTC).asOf(AT);
        Sentences other = Sentences.in(Language.CA).asOf(AT).withZone(ZoneOffset.UTC);
        assertThat(one.of(later)).isEqualTo(other.of(later));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tr-TR", "az-AZ", "lt-LT", "ar-SA-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "ca-ES-valencia"})
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    void neitherDefaultLocaleNorZoneHasASay(String tag) {
        List<String> expected = everything();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String id : List.of("Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone(id));
                assertThat(everything()).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static PinSent sent(Instant expiresAt) {
        return new PinSent("GATO", PHONE, expiresAt, Optional.empty(), 3);
    }

    private static Granted granted(Purpose purpose) {
        return new Granted(PERSON, "subject-7", Level.BASIC, Route.SMS, purpose, AT, BrowserToken.of("token"));
    }

    private static List<Outcome> outcomes() {
        return List.of(
                new Identified(LoginHandle.of("handle-8"), List.of(PHONE), AT),
                new Refused(),
                new Denied(Reason.BLOCKED),
                new Mistyped(Field.NUMBER, Problem.WRONG_LETTER),
                new Mistyped(Field.PIN, Problem.WRONG_LENGTH),
                new TryLater(AT),
                sent(AT),
                new NotSent(Reason.PIN_EXPIRED),
                granted(Purpose.identification()),
                granted(Purpose.signature("Renta", "text")),
                new WrongPin(0),
                new WrongPin(1),
                new WrongPin(2));
    }

    private static List<String> everything() {
        List<String> texts = new ArrayList<>();
        MessageTexts messages = new MessageTexts(
                Letterhead.plain().withOrganisation("Institución İı").withHost("istitut.es"));
        for (Language language : Language.values()) {
            outcomes().forEach(outcome -> texts.add(Sentences.in(language).of(outcome)));
            for (Field field : Field.values()) {
                for (Problem problem : Problem.values()) {
                    texts.add(Sentences.in(language).of(field, problem));
                }
            }
            Purpose purpose = Purpose.signature("Petición í", "text");
            texts.add(
                    messages.pinText(language, purpose, Secret.of("IIIIII"), AT).reveal());
        }
        return texts;
    }
}
