package dev.clave.example.office.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.clave.Denied;
import dev.clave.Field;
import dev.clave.Mistyped;
import dev.clave.NotSent;
import dev.clave.Outcome;
import dev.clave.Reason;
import dev.clave.Refused;
import dev.clave.WrongPin;
import dev.clave.identity.Problem;
import dev.clave.spi.DeliveryResult;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every no is said in words that help, and none of them is the end of the road. */
@ExtendWith(InABrowser.class)
class RefusalsBrowserTest {
    private final Stage stage;
    private final Office office;

    RefusalsBrowserTest(Stage stage, Office office) {
        this.stage = stage;
        this.office = office;
    }

    @Test
    void a_number_with_a_slip_is_explained_and_typed_again() {
        Visitor ana = visitor(Look.DESKTOP);
        ana.types("login.number", "99999018A").presses("login.continue");
        told(ana, new Mistyped(Field.NUMBER, Problem.WRONG_LETTER)).inspects("number-mistyped");

        login(ana, FakePeople.ANA).number().contrast();
    }

    @Test
    void a_datum_of_another_document_is_refused_and_the_number_need_not_be_typed_again() {
        Visitor ana = visitor(Look.PHONE);
        Login login = login(ana, FakePeople.ANA).number();
        ana.types("login.dni.dated.label", FakePeople.ANA.typedWrongContrast()).presses("login.continue");
        told(ana, new Refused()).isAt("login.title.CONTRAST").inspects("data-refused");

        login.contrast();
    }

    @Test
    void whoever_is_not_registered_is_told_what_a_wrong_datum_is_told() {
        Visitor ulises = visitor(Look.DESKTOP);
        login(ulises, FakePeople.ULISES).number();
        ulises.types("login.dni.dated.label", FakePeople.ULISES.typedContrast()).presses("login.continue");

        told(ulises, new Refused()).isAt("login.title.CONTRAST");
        ulises.presses("login.number.change");
        login(ulises, FakePeople.ANA).number().contrast();
    }

    static FakePerson[] shutOut() {
        return new FakePerson[] {FakePeople.NOEL, FakePeople.RITA};
    }

    @ParameterizedTest
    @MethodSource("shutOut")
    void who_cannot_log_in_is_told_so_and_somebody_else_can(FakePerson person) {
        Visitor visitor = visitor(Look.PHONE);
        login(visitor, person).number();
        visitor.types("login.dni.dated.label", person.typedContrast()).presses("login.continue");
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).isVisible();
        visitor.inspects("shut-out-" + person.name());

        visitor.presses("login.number.change");
        login(visitor, FakePeople.ANA).number().contrast();
    }

    @Test
    void a_code_that_cannot_be_one_is_explained() {
        Visitor ana = visitor(Look.DESKTOP);
        Login login = login(ana, FakePeople.ANA).number().contrast();
        ana.choice("login.customise").check();
        ana.types("login.code.own", "a").presses("login.obtain");
        assertThat(ana.page().getByRole(AriaRole.ALERT)).isVisible();
        ana.isAt("login.title.OBTAIN").inspects("code-mistyped");

        assertThat(ana.choice("login.customise")).isChecked();
        ana.choice("login.customise").uncheck();
        login.obtain();
    }

    @Test
    void after_a_wrong_pin_the_right_one_is_still_good() {
        Visitor ana = visitor(Look.PHONE);
        Login login = login(ana, FakePeople.ANA).number().contrast().obtain().access(wrong(FakePeople.ANA));
        told(ana, new WrongPin(2)).isAt("login.title.ENTER").inspects("pin-wrong");

        login.access();

        ana.isAt("data.title");
    }

    @Test
    void three_wrong_pins_end_the_login_and_another_can_be_begun() {
        Visitor ana = visitor(Look.DESKTOP);
        Login login = login(ana, FakePeople.ANA).number().contrast().obtain();
        login.access(wrong(FakePeople.ANA));
        told(ana, new WrongPin(2));
        login.access(wrong(FakePeople.ANA));
        told(ana, new WrongPin(1));
        login.access(wrong(FakePeople.ANA));
        told(ana, new WrongPin(0)).inspects("pin-wrong-thrice");

        login.waitForAnother().number().contrast().obtain().access();

        ana.isAt("data.title");
    }

    @Test
    void a_pin_that_has_expired_is_replaced_by_another() {
        Visitor ana = visitor(Look.PHONE);
        Login login = login(ana, FakePeople.ANA).number().contrast().obtain();
        office.later(Duration.ofMinutes(11));
        login.access();
        told(ana, new Denied(Reason.PIN_EXPIRED)).isAt("login.title.RENEW").inspects("pin-expired");

        ana.presses("login.again").isAt("login.title.ENTER");
        login.access();

        ana.isAt("data.title");
    }

    @Test
    void a_pin_that_was_replaced_is_a_wrong_one() {
        Visitor ana = visitor(Look.DESKTOP);
        Login login = login(ana, FakePeople.ANA).number().contrast().obtain();
        String replaced = office.pinOf(FakePeople.ANA);
        login.waitForAnother();
        ana.page().reload();
        ana.presses("login.again").isAt("login.title.ENTER");
        login.access(replaced);
        told(ana, new WrongPin(2)).inspects("pin-replaced");

        login.access();

        ana.isAt("data.title");
    }

    @Test
    void a_message_that_may_not_have_left_is_told_and_its_pin_is_good_if_it_has() {
        Visitor ana = visitor(Look.PHONE);
        Login login = login(ana, FakePeople.ANA).number().contrast();
        office.sms().sendThenHang();
        ana.presses("login.obtain");
        told(ana, new NotSent(Reason.UNCONFIRMED)).inspects("not-confirmed");
        office.sms().recover();

        login.access();

        ana.isAt("data.title");
    }

    @Test
    void a_message_that_was_not_taken_is_told_and_asked_for_again() {
        Visitor ana = visitor(Look.DESKTOP);
        Login login = login(ana, FakePeople.ANA).number().contrast();
        office.sms().refuse(DeliveryResult.Reason.REJECTED);
        ana.presses("login.obtain");
        told(ana, new NotSent(Reason.UNDELIVERABLE)).inspects("not-sent");
        office.sms().recover();
        login.waitForAnother();
        ana.page().reload();

        again(ana);
        login.access();

        ana.isAt("data.title");
    }

    @Test
    void a_register_that_does_not_answer_is_asked_later() {
        Visitor ana = visitor(Look.PHONE);
        login(ana, FakePeople.ANA).number();
        office.registry().failAlways();
        ana.types("login.dni.dated.label", FakePeople.ANA.typedContrast()).presses("login.continue");
        assertThat(ana.page().getByRole(AriaRole.ALERT)).isVisible();
        ana.inspects("register-down");
        office.registry().recover();

        login(ana, FakePeople.ANA).contrast();
    }

    @Test
    void a_second_login_at_once_has_to_wait_and_says_for_how_long() {
        login(visitor(Look.DESKTOP), FakePeople.ANA).number().contrast().obtain();
        Visitor other = visitor(Look.DESKTOP);
        Login login = login(other, FakePeople.ANA).number().contrast();
        other.presses("login.obtain");
        assertThat(other.page().locator("#notice")).isVisible();
        other.inspects("too-soon");

        login.waitForAnother();
        other.page().reload();
        again(other);
        login.access();

        other.isAt("data.title");
    }

    @Test
    void a_login_can_be_left() {
        Visitor ana = visitor(Look.PHONE);
        login(ana, FakePeople.ANA).number().contrast().obtain();
        ana.presses("login.cancel");

        told(ana, new Denied(Reason.CANCELLED)).isAt("login.title.IDENTIFY").inspects("cancelled");
    }

    /** By whichever button the page has for it. */
    private static void again(Visitor visitor) {
        visitor.button("login.again").or(visitor.button("login.obtain")).click();
        visitor.isAt("login.title.ENTER");
    }

    private Visitor visitor(Look look) {
        return stage.visitor(look).open("/my-data").isAt("login.title.IDENTIFY");
    }

    private Login login(Visitor visitor, FakePerson person) {
        return new Login(visitor, office, person);
    }

    private Visitor told(Visitor visitor, Outcome outcome) {
        return visitor.isTold(office.sentences(visitor.look()).of(outcome));
    }

    private String wrong(FakePerson person) {
        String pin = office.pinOf(person);
        return (pin.charAt(0) == 'A' ? 'B' : 'A') + pin.substring(1);
    }
}
