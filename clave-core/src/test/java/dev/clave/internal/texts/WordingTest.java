package dev.clave.internal.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.Reason;
import dev.clave.identity.Problem;
import dev.clave.spi.Language;
import dev.clave.spi.Route;
import dev.clave.spi.SecurityNotice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
    private static final Pattern GOES_OUT = Pattern.compile("(sms|notice|app)\\.");
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
    private static final Pattern IN_USE = Pattern.compile("[-A-Za-z0-9 .,:;()'{}ÀÁÈÉÌÍÒÓÙÚÑÇàáèéíóòúüïñç·]+");
    /** The word for code, in each language. */
    private static final List<String> CODE_WORDS =
            List.of("codigo", "código", "codi ", "kode", "code", "clave", "clau");

    @ParameterizedTest
    @EnumSource(Language.class)
    void noKeyIsMissingAndNoneIsLeftOver(Language language) throws IOException {
        Set<String> keys = new TreeSet<>(keysInFile(language));
        if (language == Language.CA_VALENCIA) {
            keys.addAll(keysInFile(Language.CA));
        }
        assertThat(keys).isEqualTo(usedKeys());
    }

    @Test
    void valencianHasOnlyWhatDiffersFromCatalan() {
        Map<Object, Object> catalan = Wording.read(Language.CA);
        Wording.read(Language.CA_VALENCIA)
                .forEach((key, text) -> assertThat(text).as(key.toString()).isNotEqualTo(catalan.get(key)));
        assertThat(Wording.in(Language.CA_VALENCIA).text("granted.access")).isEqualTo(catalan.get("granted.access"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noKeyStandsTwiceInAFile(Language language) throws IOException {
        assertThat(keysInFile(language)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePlacesToFillAreTheSameInEveryLanguage(Language language) {
        Wording.read(language)
                .forEach((key, text) -> assertThat(places(text))
                        .as(key.toString())
                        .isEqualTo(places(
                                Objects.requireNonNull(Wording.read(Language.ES).get(key)))));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextIsPlainComposedAndWhole(Language language) {
        Wording.read(language).forEach((key, value) -> {
            String text = value.toString();
            assertThat(text)
                    .as(key.toString())
                    .matches(IN_USE)
                    .doesNotContain("  ")
                    .isEqualTo(text.strip());
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                    .as(key.toString())
                    .isTrue();
            assertThat(text.endsWith(".") || text.endsWith("{summary}"))
                    .as(key.toString())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void messagesAreInTheAlphabetWithoutFoldingAndNameNeitherLinkNorCodeNorDocument(Language language) {
        Wording.read(language).forEach((key, value) -> {
            if (GOES_OUT.matcher(key.toString()).lookingAt()) {
                String text = PLACE.matcher(value.toString()).replaceAll("");
                assertThat(Gsm7.fold(text)).contains(text);
                assertThat(Gsm7.septets(text))
                        .as("no character of the extension")
                        .isEqualTo(text.length());
                assertThat(text.toLowerCase(Locale.ROOT))
                        .doesNotContain(CODE_WORDS)
                        .doesNotContain("http", "www", "dni", "nie", "nan");
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextUsesTheTrademarkOrALinkOrShowsANumber(Language language) {
        Wording.read(language)
                .forEach((key, value) -> assertThat(value.toString())
                        .as(key.toString())
                        .doesNotContainIgnoringCase("cl@ve")
                        .doesNotContain("http", "www.")
                        .doesNotContainPattern("[0-9]{7}"));
    }

    @Test
    void whatIsPutInIsNotLookedAtAgain() {
        String text = Wording.in(Language.EN)
                .text("sms.sign", Map.of("pin", "{time}", "time", "{summary}", "summary", "{pin}$1\\"));
        assertThat(text).isEqualTo("PIN {time} until {summary}. Do not share it. To sign: {pin}$1\\");
    }

    @Test
    void aMissingValueOrKeyIsAnError() {
        Wording english = Wording.in(Language.EN);
        assertThatThrownBy(() -> english.text("sms.access", Map.of("pin", "ABC")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> english.text("nothing")).isInstanceOf(IllegalStateException.class);
    }

    private static Set<String> usedKeys() {
        Set<String> keys = new TreeSet<>(Set.of(
                "sms.access",
                "sms.sign",
                "sms.activate",
                "app.IDENTIFICATION",
                "app.SIGNATURE",
                "activated",
                "identified",
                "refused",
                "granted.access",
                "granted.sign",
                "wrong.none",
                "wrong.one",
                "wrong.many",
                "later.today",
                "later.dated"));
        Stream.of(SecurityNotice.Kind.values()).forEach(kind -> keys.add("notice." + kind));
        Stream.of(Route.values()).forEach(route -> keys.add("sent." + route));
        Stream.of(Reason.values()).forEach(reason -> keys.add("reason." + reason));
        for (Box box : Box.values()) {
            Stream.of(Problem.values()).forEach(problem -> keys.add(box.key(Wording.in(Language.ES), problem)));
        }
        return keys;
    }

    private static Set<String> places(Object text) {
        return PLACE.matcher(text.toString()).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static List<String> keysInFile(Language language) throws IOException {
        return text(language)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toList());
    }

    private static String text(Language language) throws IOException {
        try (InputStream file = Wording.class.getResourceAsStream(language.tag() + ".properties")) {
            byte[] bytes = Objects.requireNonNull(file).readAllBytes();
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }
}
