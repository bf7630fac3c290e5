package dev.clave.example.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Screen screen = new Screen(out, StandardCharsets.UTF_8);

    @Test
    void only_what_has_changed_is_painted_again_and_the_cursor_returns() {
        screen.repaint(List.of("a", "b", "c"), List.of("a", "B", "c"));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\u001b7\u001b[2A\rB\u001b[K\u001b8");
    }

    @Test
    void a_countdown_goes_on_while_a_question_waits() {
        List<String> left = new ArrayList<>(List.of("00:09"));
        LivePage live =
                LivePage.start(screen, () -> List.of("the end in", left.get(0)), List.of("the end in", "00:10"));
        live.stop();
        live.run();
        left.set(0, "00:08");
        live.run();
        live.run();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\u001b7\u001b[1A\r00:09\u001b[K\u001b8" + "\u001b7\u001b[1A\r00:08\u001b[K\u001b8");
    }

    @Test
    void text_is_broken_between_words() {
        assertThat(Layout.wrap("one two  three", 7)).containsExactly("one two", "three");
        assertThat(Layout.wrap("a 123456789", 4)).containsExactly("a", "1234", "5678", "9");
        assertThat(Layout.wrap("", 4)).containsExactly("");
    }

    @Test
    void columns_stand_beside_each_other() {
        assertThat(Layout.beside(List.of("a"), 3, List.of("b", "c"))).containsExactly("a  b", "   c");
    }

    @Test
    void a_second_that_has_begun_counts() {
        assertThat(Speech.countdown(Duration.ofMinutes(10))).isEqualTo("10:00");
        assertThat(Speech.countdown(Duration.ofMillis(9_001))).isEqualTo("00:10");
        assertThat(Speech.countdown(Duration.ZERO)).isEqualTo("00:00");
    }
}
