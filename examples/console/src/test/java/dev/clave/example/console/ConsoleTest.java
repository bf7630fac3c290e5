package dev.clave.example.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Denied;
import dev.clave.Field;
import dev.clave.NotSent;
import dev.clave.Reason;
import dev.clave.Refused;
import dev.clave.TryLater;
import dev.clave.WrongPin;
import dev.clave.identity.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private static final String GRANTED = "What the application is given: person";
    private static final String EXPIRED = Pipe.sentence(new Denied(Reason.PIN_EXPIRED));
    private static final String OPENED = "LoginOpened, PinMade";

    @Test
    void a_DNI_is_asked_for_a_date_and_let_in() {
        assertThat(way("a DNI"))
                .contains("Date (dd-mm-yyyy): 15-03-2031", "to the phone ******018", "The PIN expires in 10:00")
                .contains("PIN (Enter: look at the phone again): 2", GRANTED, "citizen-ana")
                .contains(OPENED + ", AccessGranted")
                .endsWith("Goodbye.\n\n");
    }

    @Test
    void a_permanent_DNI_is_asked_for_its_issue_date() {
        assertThat(way("a permanent DNI"))
                .contains(Pipe.sentence(Field.CONTRAST, Problem.PERMANENT_DATE), "citizen-breixo");
    }

    @Test
    void a_NIE_is_asked_for_its_support_number() {
        assertThat(way("a NIE"))
                .contains("Support number: e 112233", "citizen-carol")
                .doesNotContain("Date (dd");
    }

    @Test
    void a_code_of_ones_own_is_shown_locked() {
        assertThat(way("a custom code"))
                .contains(
                        "Type 1 or 2.",
                        Pipe.sentence(Field.CODE, Problem.EMPTY),
                        Pipe.sentence(Field.CODE, Problem.WRONG_LENGTH))
                .contains("Code  [ MAR9 ]  (locked)", GRANTED);
    }

    @Test
    void three_wrong_PINs_end_the_login() {
        assertThat(way("wrong PINs"))
                .containsSubsequence(
                        Pipe.sentence(Field.PIN, Problem.WRONG_LENGTH),
                        Pipe.sentence(new WrongPin(2)),
                        Pipe.sentence(new WrongPin(1)),
                        Pipe.sentence(new WrongPin(0)),
                        "Your DNI or NIE")
                .contains(OPENED + ", WrongPinGiven, WrongPinGiven,")
                .doesNotContain(GRANTED);
    }

    @Test
    void another_PIN_comes_after_a_minute_and_twice_at_the_most() {
        assertThat(way("again"))
                .containsSubsequence(
                        "Request again (in 01:00)",
                        "from 10:01",
                        "The clock now says 10:01:00",
                        "Another PIN has been sent",
                        "Another PIN has been sent",
                        "(this login sends no more PINs)",
                        Pipe.sentence(new NotSent(Reason.START_AGAIN)),
                        GRANTED);
    }

    @Test
    void a_PIN_that_came_too_late_is_followed_by_another() {
        assertThat(way("too late"))
                .containsSubsequence("│ The PIN has expired", EXPIRED, "Another PIN has been sent", GRANTED);
    }

    @Test
    void a_login_ends_too() {
        assertThat(way("far too late"))
                .contains(Pipe.sentence(new Denied(Reason.NOT_CURRENT)))
                .doesNotContain(GRANTED);
    }

    @Test
    void a_text_is_signed_and_no_other() {
        assertThat(way("signing"))
                .containsSubsequence(
                        "You are going to sign: «Otro día, señor Núñez»",
                        "Firma:",
                        "Grant application",
                        Pipe.sentence(new WrongPin(2)),
                        GRANTED,
                        "SHA-256");
    }

    @Test
    void the_sample_is_signed_after_a_mistyped_number() {
        assertThat(way("signing the sample"))
                .containsSubsequence("school meals", Pipe.sentence(Field.NUMBER, Problem.MISSING_LETTER), "SHA-256");
    }

    @Test
    void the_app_is_activated_by_SMS_and_shows_the_next_PIN() {
        assertThat(way("the app"))
                .containsSubsequence(
                        "4  Activate the app on a phone",
                        "by SMS to the phone",
                        "The device is active",
                        OPENED + ", AccessGranted, DeviceActivated",
                        "to the app on Pixel 9",
                        "│ Pixel 9 ",
                        "│ Demo ",
                        "│ To log in ",
                        "Request SMS (in 01:00)",
                        "It was not me",
                        GRANTED);
    }

    @Test
    void an_SMS_may_be_asked_for_instead_of_the_app() {
        assertThat(way("an SMS instead"))
                .containsSubsequence(
                        "│ Pixel 9 ", "from 10:02", "1  Request SMS\n", "Another PIN", "para acceder", GRANTED)
                .containsSubsequence("Request SMS", "Request again (in 01:00)");
    }

    @Test
    void the_phone_may_end_the_login() {
        assertThat(way("not me"))
                .containsSubsequence(
                        "The app has told the server",
                        Pipe.sentence(new NotSent(Reason.CANCELLED)),
                        OPENED + ", LoginDisowned.",
                        "4  Activate the app")
                .doesNotContain(GRANTED, "LoginCancelled");
    }

    @Test
    void an_app_shows_no_PIN_that_is_dead() {
        assertThat(way("the app too late"))
                .containsSubsequence("│ There is no PIN", "There is no PIN", "Another PIN", GRANTED);
    }

    @Test
    void the_app_shows_what_is_to_be_signed() {
        assertThat(way("signing with the app"))
                .containsSubsequence(
                        "│ To sign ", "│ Grant application ", Pipe.sentence(new WrongPin(2)), GRANTED, "SHA-256");
    }

    @Test
    void another_phone_takes_the_place_of_the_first() {
        assertThat(way("another phone"))
                .contains(Pipe.sentence(Field.NUMBER, Problem.MISSING_LETTER))
                .contains(Pipe.sentence(Field.PIN, Problem.WRONG_LENGTH));
        assertThat(way("another phone").split("DeviceActivated", -1)).hasSize(3);
    }

    @Test
    void whoever_cannot_log_in_is_told_the_same() {
        assertThat(way("nobody who can").split(Pipe.sentence(new Refused()), -1))
                .hasSize(4);
        assertThat(way("the wrong datum"))
                .contains(Pipe.sentence(new Refused()), Pipe.sentence(Field.CONTRAST, Problem.SUPPORT_NUMBER_EXPECTED));
    }

    @Test
    void too_many_logins_are_told_when_to_come_back() {
        assertThat(way("too many logins")).contains(Pipe.sentence(new TryLater(Instant.parse("2026-05-04T08:12:00Z"))));
    }

    @Test
    void whoever_starts_over_or_leaves_cancels_the_login() {
        assertThat(way("help, over and out"))
                .contains("LoginOpened, LoginCancelled")
                .endsWith("Goodbye.\n\n");
        assertThat(way("help, over and out").split("Ulises", -1)).hasSize(3);
    }

    @Test
    void input_that_ends_in_the_middle_ends_politely() {
        List<String> all = Pipe.lines("signing");
        for (int i = 1; i < all.size(); i++) {
            assertThat(Pipe.play(all.subList(0, i))).endsWith("Goodbye.\n\n").doesNotContain("guided tour. The");
        }
    }

    @Test
    void what_is_invisible_is_not_passed_on() {
        assertThat(Pipe.play(List.of("\u001b[2J99999018D\u202e\u0007")))
                .contains(": ?[2J99999018D??\n")
                .doesNotContain("\u001b");
    }

    @Test
    void a_line_without_end_is_cut() {
        assertThat(Pipe.play(List.of("9".repeat(100_000))))
                .contains("9".repeat(40) + "…", Pipe.sentence(Field.NUMBER, Problem.TOO_LONG));
    }

    @Test
    void a_line_that_is_not_UTF_8_is_read_in_the_charset_of_the_terminal() {
        byte[] typed = "señor\r\n".getBytes(StandardCharsets.ISO_8859_1);
        Lines lines = new Lines(new ByteArrayInputStream(typed), StandardCharsets.ISO_8859_1);
        assertThat(lines.next()).contains("señor");
        assertThat(lines.next()).isEmpty();
    }

    @Test
    void a_terminal_of_ASCII_gets_ASCII() {
        String out = Pipe.play(Pipe.lines("signing"), StandardCharsets.US_ASCII, Map.of("LANG", "es_ES"));
        assertThat(out)
                .contains("Codigo  [ ", "+-----", "Otro dia, senor Nunez")
                .matches("[\\x20-\\x7e\\n]+");
    }

    private static String way(String name) {
        return Pipe.play(Pipe.lines(name));
    }
}
