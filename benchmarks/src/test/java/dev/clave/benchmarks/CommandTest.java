package dev.clave.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
    private static final Path PUBLISHED = Path.of("benchmarks", "results");

    private static Command command(String words) {
        return Command.of(words.isEmpty() ? new String[0] : words.split(" ")).orElseThrow();
    }

    @Test
    void without_words_all_is_run_and_published() {
        assertThat(command("").smoke()).isFalse();
        assertThat(command("").wants("dev.clave.benchmarks.sizes.Sizes")).isTrue();
        assertThat(command("").folder()).isEqualTo(PUBLISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smoke", "only Redis", "smoke only Redis"})
    void a_run_of_less_does_not_take_the_place_of_what_is_published(String words) {
        assertThat(command(words).folder()).isNotEqualTo(PUBLISHED);
        assertThat(command(words + " -o there").folder()).isEqualTo(Path.of("there"));
    }

    @Test
    void only_what_was_asked_for_is_wanted() {
        assertThat(command("only Redis").wants("dev.clave.benchmarks.stores.RedisBenchmark.ping"))
                .isTrue();
        assertThat(command("only Redis").wants("dev.clave.benchmarks.sizes.Sizes"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "only", "-o", "smoke fast", "only ("})
    void anything_else_is_answered_with_the_usage(String words) {
        assertThat(Command.of(words.split(" "))).isEmpty();
    }
}
