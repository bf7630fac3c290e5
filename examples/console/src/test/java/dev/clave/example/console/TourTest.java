package dev.clave.example.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Denied;
import dev.clave.Field;
import dev.clave.Reason;
import dev.clave.WrongPin;
import dev.clave.identity.Problem;
import dev.clave.spi.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TourTest {
    private static final String GRANTED = "What the application is given";

    @Test
    void an_input_that_ends_at_once_plays_the_tour() {
        assertThat(Pipe.play(List.of()))
                .containsSubsequence(
                        "No answer came",
                        "1. Ana",
                        GRANTED,
                        "2. Breixo",
                        Pipe.sentence(Field.CONTRAST, Problem.PERMANENT_DATE),
                        "[ LUA7 ]",
                        GRANTED)
                .containsSubsequence(
                        "3. Carol",
                        Pipe.sentence(new WrongPin(2)),
                        "from 10:01",
                        "Another PIN",
                        GRANTED,
                        "4. Edurne",
                        "+10m",
                        Pipe.sentence(new Denied(Reason.PIN_EXPIRED)),
                        "Another PIN",
                        GRANTED)
                .containsSubsequence("5. Ana", "Firma: ", "3", Pipe.sentence(new WrongPin(2)), "SHA-256")
                .containsSubsequence(
                        "6. Breixo",
                        "The device is active",
                        "The PIN will go to the app on Pixel 9.",
                        "Request SMS (in 01:00)",
                        "Another PIN",
                        GRANTED,
                        "The tour is over.");
    }

    @Test
    void empty_lines_are_no_answer() {
        assertThat(Pipe.play(List.of("", "")))
                .contains(Pipe.sentence(Field.NUMBER, Problem.EMPTY), "The tour is over.");
    }

    @Test
    void it_is_played_on_demand_without_a_question() {
        assertThat(Pipe.play(List.of(), "--tour"))
                .contains("1. Ana", "The tour is over.")
                .doesNotContain("No answer came");
    }

    @Test
    void a_visitor_goes_on_after_it() {
        assertThat(Pipe.play(List.of("3", "99999018D")))
                .containsSubsequence("The tour is over.", "Date (dd-mm-yyyy): ", "Goodbye.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void it_lets_everybody_in_in_every_language(Language language) {
        String tour = Pipe.play(List.of(), "--tour", "--lang=" + language.tag());
        assertThat(tour.split("AccessGranted", -1)).hasSize(8);
        assertThat(tour).contains("LoginOpened, PinMade, AccessGranted, DeviceActivated.");
        assertThat(tour.split("WrongPinGiven", -1)).hasSize(3);
    }
}
