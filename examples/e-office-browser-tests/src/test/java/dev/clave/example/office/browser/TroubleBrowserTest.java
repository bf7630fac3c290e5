package dev.clave.example.office.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.AriaRole;
import dev.clave.testkit.FakePeople;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do with a page, and what networks do with people: nothing is lost, nothing is done twice. */
@ExtendWith(InABrowser.class)
class TroubleBrowserTest {
    private final Stage stage;
    private final Office office;

    TroubleBrowserTest(Stage stage, Office office) {
        this.stage = stage;
        this.office = office;
    }

    @Test
    void a_page_that_is_loaded_again_is_the_same_page() {
        Visitor ana = stage.visitor(Look.DESKTOP).open("/my-data");
        Login login = login(ana);
        ana.page().reload();
        login.number();
        ana.page().reload();
        login.contrast();
        ana.page().reload();
        ana.isAt("login.title.OBTAIN");
        login.obtain();
        int sent = office.sms().phoneOf(FakePeople.ANA).received();
        ana.page().reload();
        ana.isAt("login.title.ENTER");
        login.access();
        ana.isAt("data.title");
        ana.page().reload();
        ana.isAt("data.title");

        assertThat(office.sms().phoneOf(FakePeople.ANA).received()).isEqualTo(sent);
    }

    @Test
    void whoever_clicks_twice_is_sent_one_pin_and_is_in_once() {
        Visitor ana = stage.visitor(Look.DESKTOP).open("/my-data");
        int before = office.sms().phoneOf(FakePeople.ANA).received();
        ana.types("login.number", FakePeople.ANA.typedNumber())
                .button("login.continue")
                .dblclick();
        ana.isAt("login.title.CONTRAST");
        ana.types("login.dni.dated.label", FakePeople.ANA.typedContrast())
                .button("login.continue")
                .dblclick();
        ana.isAt("login.title.OBTAIN").button("login.obtain").dblclick();
        ana.isAt("login.title.ENTER")
                .types("login.pin", office.pinOf(FakePeople.ANA))
                .button("login.access")
                .dblclick();

        ana.isAt("data.title");
        assertThat(office.sms().phoneOf(FakePeople.ANA).received()).isEqualTo(before + 1);
    }

    @Test
    void whoever_goes_back_finds_where_the_login_is_and_goes_on() {
        Visitor ana = stage.visitor(Look.PHONE).open("/my-data");
        Login login = login(ana).number().contrast().obtain();
        ana.page().goBack();
        ana.page().goForward();
        ana.isAt("login.title.ENTER");
        login.access();
        ana.isAt("data.title");

        ana.page().goBack();

        assertThat(ana.page().getByRole(AriaRole.HEADING).first()).isVisible();
        assertThat(ana.page().content()).doesNotContain(office.pinOf(FakePeople.ANA));
        ana.inspects("back-after-access");
        ana.open("/my-data").isAt("data.title");
    }

    @Test
    void a_page_that_was_left_open_too_long_says_so_and_a_login_can_be_begun() {
        Visitor ana = stage.visitor(Look.DESKTOP).open("/my-data");
        Login login = login(ana).number().contrast();
        office.later(Duration.ofMinutes(31));
        ana.presses("login.obtain");
        assertThat(ana.page().getByRole(AriaRole.ALERT)).isVisible();
        ana.inspects("login-over");

        login.number().contrast().obtain().access();

        ana.isAt("data.title");
    }

    @Test
    void a_form_without_its_cookies_is_refused_in_words_that_help() {
        Visitor ana = stage.visitor(Look.PHONE).open("/my-data").isAt("login.title.IDENTIFY");
        ana.watch().allow("403");
        ana.context().clearCookies();
        ana.types("login.number", FakePeople.ANA.typedNumber()).presses("login.continue");

        ana.isAt("error.title").reads("error.403").inspects("without-cookies");
        ana.open("/my-data").isAt("login.title.IDENTIFY");
    }

    @Test
    void a_page_that_is_not_there_says_so() {
        Visitor ana = stage.visitor(Look.DESKTOP);
        ana.watch().allow("404");
        login(ana).enter("/my-data");
        ana.isAt("data.title");

        ana.open("/no/such/page").isAt("error.title").reads("error.404").inspects("not-found");
    }

    @Test
    void a_slow_network_is_waited_for_and_a_second_click_does_nothing() {
        Visitor ana = stage.visitor(Look.PHONE);
        slow(ana);
        int before = office.sms().phoneOf(FakePeople.ANA).received();
        Login login = login(ana).identify("/my-data");
        ana.button("login.obtain").dblclick();
        ana.isAt("login.title.ENTER");
        login.access();

        ana.isAt("data.title");
        assertThat(office.sms().phoneOf(FakePeople.ANA).received()).isEqualTo(before + 1);
    }

    private Login login(Visitor visitor) {
        return new Login(visitor, office, FakePeople.ANA);
    }

    /** Like a phone at the edge of a village: 400 ms there and back, 50 kB a second. */
    private static void slow(Visitor visitor) {
        CDPSession devtools = visitor.context().newCDPSession(visitor.page());
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 400);
        conditions.addProperty("downloadThroughput", 50_000);
        conditions.addProperty("uploadThroughput", 50_000);
        devtools.send("Network.emulateNetworkConditions", conditions);
    }
}
