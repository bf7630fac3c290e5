package dev.clave.example.office.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Clave;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.PinSent;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeDeviceRegistry;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.ShownPin;
import dev.clave.testkit.SteppingStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@Import(TestTown.class)
@ActiveProfiles("demo")
@ExtendWith(OutputCaptureExtension.class)
class AppControllerTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final byte[] GARBAGE = "{\"version\":1,".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Clave clave;

    @Autowired
    private FakeSmsGateway sms;

    @Autowired
    private FakeClock clock;

    @Autowired
    private FakeRegistry registry;

    @Autowired
    private FakeDeviceRegistry devices;

    @Autowired
    private SteppingStore store;

    private Handset phone;

    /** The office is the same for all tests: the days between them give back all budgets. */
    @BeforeEach
    void take_a_phone_on_another_day() {
        clock.advance(Duration.ofDays(2));
        phone = new Handset(mvc, clock);
    }

    @AfterEach
    void repair() {
        registry.recover();
        store.recover();
    }

    private String opened() {
        return Handset.field(phone.identify(ANA, ANA.typedContrast()), "handle");
    }

    private String pinSent(String handle) {
        assertThat(Handset.text(phone.pin(handle))).contains("We have sent a PIN by SMS");
        return sms.phoneOf(ANA).lastPin();
    }

    private void activate() {
        String handle = opened();
        phone.device.keep(Handset.field(phone.activate(handle, pinSent(handle)), "token"));
        clock.advance(Duration.ofSeconds(60));
    }

    private LoginHandle login() {
        Identified login = (Identified) clave.identify(LoginRequest.of(ANA.typedNumber(), ANA.typedContrast()));
        PinSent sent = (PinSent) clave.obtainPin(login.handle());
        assertThat(sent.route().route()).isEqualTo(Route.APP);
        return login.handle();
    }

    @Test
    void a_phone_is_activated_and_opens_the_pin_that_waits() {
        activate();
        assertThat(devices.activeOf(ANA)).isPresent();
        assertThat(phone.device.poll()).isEmpty();
        LoginHandle login = login();
        ShownPin shown = phone.device.poll().orElseThrow();
        assertThat(clave.verify(login, shown.revealPin())).isInstanceOf(Granted.class);
        assertThat(phone.device.poll()).isEmpty();
    }

    @Test
    void a_login_that_was_not_the_owners_is_ended() {
        activate();
        LoginHandle login = login();
        String pin = phone.device.poll().orElseThrow().revealPin();
        assertThat(phone.device.notMe()).isTrue();
        assertThat(clave.verify(login, pin)).isNotInstanceOf(Granted.class);
    }

    @Test
    void a_login_that_has_been_granted_is_ended_no_more() {
        activate();
        LoginHandle login = login();
        clave.verify(login, phone.device.poll().orElseThrow().revealPin());
        assertThat(phone.device.notMe()).isFalse();
    }

    @Test
    void an_app_deactivates_itself() {
        activate();
        assertThat(phone.device.deactivate()).isTrue();
        assertThat(devices.activeOf(ANA)).isEmpty();
    }

    @Test
    void a_poll_that_is_replayed_brings_nothing_that_another_can_open_and_nothing_after_two_minutes() {
        activate();
        login();
        byte[] request = phone.device.pollRequest();
        byte[] first = phone.post("answer", request).getContentAsByteArray();
        assertThat(phone.post("answer", request).getContentAsByteArray()).isEqualTo(first);
        clock.advance(Duration.ofSeconds(121));
        assertThat(Handset.text(phone.post("answer", request))).contains("\"sealed\":null");
    }

    @Test
    void garbage_is_answered_like_a_poll_for_which_there_is_nothing() {
        activate();
        byte[] nothing = phone.post("answer", phone.device.pollRequest()).getContentAsByteArray();
        for (byte[] body : new byte[][] {GARBAGE, new byte[0], new byte[3_000], new byte[5_000_000]}) {
            MockHttpServletResponse response = phone.post("answer", body);
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.getContentAsByteArray()).isEqualTo(nothing);
        }
    }

    @Test
    void a_wrong_pin_is_told_and_the_right_one_still_activates() {
        String handle = opened();
        String pin = pinSent(handle);
        MockHttpServletResponse wrong = phone.activate(handle, pin.equals("AAAAAA") ? "BBBBBB" : "AAAAAA");
        assertThat(Handset.field(wrong, "problem")).isEqualTo("WRONG_PIN");
        assertThat(Handset.field(wrong, "sentence")).contains("The PIN is not right");
        assertThat(Handset.field(phone.activate(handle, pin), "token")).isNotEmpty();
        assertThat(Handset.field(phone.activate(handle, pin), "problem")).isEqualTo("ALREADY_USED");
    }

    @Test
    void a_pin_is_good_for_the_keys_alone_for_which_it_was_asked() {
        String handle = opened();
        String pin = pinSent(handle);
        Handset thief = new Handset(mvc, clock);
        assertThat(Handset.field(thief.activate(handle, pin), "problem")).isEqualTo("WRONG_PIN");
    }

    @Test
    void another_pin_can_be_asked_for_after_the_pause() {
        String handle = opened();
        String first = pinSent(handle);
        String again = "{\"handle\":\"" + handle + "\",\"again\":true}";
        assertThat(Handset.field(phone.post("pin", again), "problem")).isEqualTo("TRY_LATER");
        clock.advance(Duration.ofSeconds(60));
        assertThat(Handset.field(phone.post("pin", again), "sentence")).contains("We have sent a PIN");
        assertThat(sms.phoneOf(ANA).lastPin()).isNotEqualTo(first);
    }

    @Test
    void a_stranger_and_a_wrong_datum_are_refused_in_the_same_words() {
        String wrong = Handset.text(phone.identify(ANA, ANA.typedWrongContrast()));
        assertThat(wrong).contains("\"problem\":\"REFUSED\"");
        assertThat(Handset.text(phone.identify(FakePeople.ULISES, FakePeople.ULISES.typedContrast())))
                .isEqualTo(wrong);
    }

    @Test
    void what_was_mistyped_is_named_with_its_box() {
        MockHttpServletResponse response = phone.identify(ANA, "01-01-9999");
        assertThat(Handset.field(response, "problem")).isEqualTo("MISTYPED");
        assertThat(Handset.field(response, "field")).isEqualTo("CONTRAST");
        String noKeys = "{\"number\":\"" + ANA.typedNumber() + "\",\"contrast\":\"" + ANA.typedContrast() + "\"}";
        assertThat(Handset.field(phone.post("identify", noKeys), "field")).isEqualTo("SEALING_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identify", "pin", "activate"})
    void a_body_that_is_no_object_or_too_long_is_refused_with_a_sentence(String step) {
        assertThat(phone.post(step, GARBAGE).getStatus()).isEqualTo(400);
        assertThat(phone.post(step, "[1,2]").getStatus()).isEqualTo(400);
        assertThat(phone.post(step, "{} {}").getStatus()).isEqualTo(400);
        assertThat(phone.post(step, "").getStatus()).isEqualTo(400);
        MockHttpServletResponse tooLong = phone.post(step, "{\"pin\":\"" + "A".repeat(AppBody.LONGEST) + "\"}");
        assertThat(tooLong.getStatus()).isEqualTo(413);
        assertThat(Handset.field(tooLong, "sentence")).startsWith("You have typed too much");
    }

    @Test
    void a_register_that_is_down_is_a_503_with_a_sentence_and_nobody_is_in() {
        registry.failAlways();
        MockHttpServletResponse response = phone.identify(ANA, ANA.typedContrast());
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(Handset.field(response, "sentence")).startsWith("The service is not available");
    }

    @Test
    void a_poll_while_something_is_down_is_a_503() {
        activate();
        login();
        store.failAlways();
        assertThat(phone.post("answer", phone.device.pollRequest()).getStatus()).isEqualTo(503);
        store.recover();
        assertThat(phone.device.poll()).isPresent();
    }

    @Test
    void the_log_has_no_number_no_datum_and_no_pin(CapturedOutput log) {
        activate();
        login();
        String pin = phone.device.poll().orElseThrow().revealPin();
        phone.post("identify", "{\"number\":\"" + ANA.typedNumber() + "\" oops");
        phone.post("activate", "{\"pin\":\"" + pin + "\" oops");
        registry.failAlways();
        phone.identify(ANA, ANA.typedContrast());
        assertThat(log.getAll())
                .doesNotContain(
                        ANA.typedNumber(),
                        ANA.typedContrast(),
                        pin,
                        sms.phoneOf(ANA).lastPin(),
                        "600000018");
    }
}
