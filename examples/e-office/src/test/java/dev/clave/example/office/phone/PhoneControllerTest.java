package dev.clave.example.office.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.clave.Clave;
import dev.clave.Identified;
import dev.clave.PinSent;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakeSmsGateway;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@Import(TestTown.class)
@ActiveProfiles("demo")
class PhoneControllerTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private Clave clave;

    @Autowired
    private FakeSmsGateway sms;

    @Autowired
    private FakeClock clock;

    @BeforeEach
    void on_another_day() {
        clock.advance(Duration.ofDays(2));
    }

    private MockHttpServletResponse open(String path, String language) {
        try {
            return mvc.perform(get(path).header("Accept-Language", language))
                    .andReturn()
                    .getResponse();
        } catch (Exception thrown) {
            throw new AssertionError(thrown);
        }
    }

    private String page(String path) {
        return Handset.text(open(path, "en"));
    }

    private String sendTo(FakePerson person) {
        Identified login = (Identified) clave.identify(person.typedNumber(), person.typedContrast());
        assertThat(clave.obtainPin(login.handle())).isInstanceOf(PinSent.class);
        return sms.phoneOf(person).lastText();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;").replace("\"", "&quot;");
    }

    @Test
    void a_message_is_in_the_inbox_as_it_was_sent_with_its_time_and_a_pin_to_copy() {
        assertThat(page("/phone?of=carol")).contains("No message has arrived yet");
        String text = sendTo(FakePeople.CAROL);
        String pin = sms.phoneOf(FakePeople.CAROL).lastPin();
        assertThat(page("/phone?of=carol"))
                .contains(escaped(text), "data-pin=\"" + pin + "\"", "<time datetime=\"")
                .doesNotContain("No message has arrived yet");
        assertThat(page("/phone?of=dieter")).doesNotContain(pin);
    }

    @Test
    void people_who_share_a_phone_see_the_same_messages_the_newest_first() {
        String first = sendTo(FakePeople.GEMMA);
        String second = sendTo(FakePeople.HUGO);
        for (String name : List.of("gemma", "hugo")) {
            String page = page("/phone/messages?of=" + name);
            assertThat(page).contains(escaped(first), escaped(second));
            assertThat(page.indexOf(escaped(second))).isLessThan(page.indexOf(escaped(first)));
        }
        assertThat(page("/phone?of=hugo")).contains("This phone is shared by: Gemma, Hugo.");
    }

    @Test
    void the_list_comes_alone_for_the_script() {
        assertThat(page("/phone/messages?of=isabel")).contains("data-empty").doesNotContain("<html", "<nav");
    }

    @Test
    void a_phone_is_chosen_by_name_and_never_by_number() {
        assertThat(page("/phone")).contains("Choose a person", "/phone?of=ana").doesNotContain("data-messages");
        assertThat(page("/phone")).doesNotContain("of=noel", "600000018", "99999018D");
        for (String nobody : List.of("<script>alert(1)</script>", "99999018D", "%2B34600000018", "noel")) {
            MockHttpServletResponse response =
                    open("/phone?of=" + nobody.replace("<", "%3C").replace(">", "%3E"), "en");
            assertThat(response.getStatus()).isEqualTo(404);
            assertThat(Handset.text(response)).contains("Nobody of that name").doesNotContain("<script>alert");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/phone", "/phone?of=ana", "/phone/app", "/phone/messages?of=ana", "/phone/app.js"})
    void every_page_has_the_headers_of_the_office_and_no_cookie(String path) {
        MockHttpServletResponse response = open(path, "en");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(response.getHeaders("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/phone", "/phone?of=ana", "/phone/app"})
    void no_page_has_a_script_or_style_within_or_loads_itself_again(String path) {
        assertThat(page(path)).doesNotContain("<style", "style=", "http-equiv", "javascript:", " onclick");
        assertThat(page(path).replaceAll("<script type=\"module\" src=\"/phone/[a-z]+\\.js\"></script>", ""))
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en", "ca", "ca-ES-valencia", "gl", "eu"})
    void pages_are_in_the_language_of_the_browser(String language) {
        for (String path : List.of("/phone?of=ana", "/phone/app")) {
            String page = Handset.text(open(path, language));
            assertThat(page).containsIgnoringCase("lang=\"" + language + "\"").doesNotContain("??");
        }
    }

    @Test
    void what_is_installed_is_described_in_the_language_of_the_browser() {
        MockHttpServletResponse manifest = open("/phone/app.webmanifest", "gl");
        assertThat(manifest.getContentType()).startsWith("application/manifest+json");
        assertThat(Handset.text(manifest))
                .contains("\"name\":\"App da oficina de exemplo\"", "\"scope\":\"./\"", "\"start_url\":\"app\"");
    }

    @Test
    void the_worker_and_all_that_it_keeps_are_there() {
        assertThat(open("/phone/sw.js", "en").getContentType()).contains("javascript");
        List<String> shell = WorkerShell.files();
        assertThat(shell).contains("app", "clave-app.js").hasSizeGreaterThan(8);
        assertThat(shell)
                .allSatisfy(file -> assertThat(open("/phone/" + file, "en").getStatus())
                        .as(file)
                        .isEqualTo(200));
    }
}
