package dev.clave.example.office.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.clave.testkit.FakePeople;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything but the app works where no script runs. */
@ExtendWith(InABrowser.class)
class WithoutScriptsBrowserTest {
    private final Stage stage;
    private final Office office;

    WithoutScriptsBrowserTest(Stage stage, Office office) {
        this.stage = stage;
        this.office = office;
    }

    @Test
    void somebody_logs_in_with_a_code_of_their_own_and_requests_another_pin() {
        Visitor breixo = visitor();
        Login login = new Login(breixo, office, FakePeople.BREIXO);
        breixo.open("/").follows("home.data");
        login.number();
        breixo.choice("login.dni.permanent").check();
        login.contrast("login.dni.permanent.label");
        breixo.choice("login.customise").check();
        breixo.types("login.code.own", "lua7").presses("login.obtain");
        breixo.isAt("login.title.ENTER");
        assertThat(breixo.field("login.code")).hasValue("LUA7");
        login.waitForAnother();
        breixo.presses("login.again").isAt("login.title.ENTER");

        login.access();

        breixo.isAt("data.title").presses("office.signOut").reads("home.signedOut");
    }

    @Test
    void somebody_signs() {
        Visitor ana = visitor();
        Login login = new Login(ana, office, FakePeople.ANA).enter("/claim");
        ana.isAt("claim.title").types("claim.words", "The lamp is broken.").presses("claim.next");
        login.waitForAnother();
        ana.follows("claim.sign");
        login.contrast().obtain();
        ana.types("login.pin", office.pinOf(FakePeople.ANA)).presses("login.sign");

        ana.isAt("claim.filed.title");
    }

    @Test
    void somebody_reads_the_messages_and_the_app_says_what_it_needs() {
        new Login(stage.visitor(Look.DESKTOP), office, FakePeople.ANA)
                .identify("/my-data")
                .obtain();
        Visitor phone = visitor().open("/phone?of=ana");
        assertThat(phone.page().getByText(office.pinOf(FakePeople.ANA)).first()).isVisible();

        String app = phone.open("/phone/app").page().innerText("body");
        Assertions.assertThat(app).contains(phone.words().of("phone.app.noscript"));
    }

    private Visitor visitor() {
        return stage.visitor(Look.PHONE, options -> options.setJavaScriptEnabled(false));
    }
}
