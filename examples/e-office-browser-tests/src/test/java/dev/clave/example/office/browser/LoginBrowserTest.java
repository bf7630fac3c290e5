package dev.clave.example.office.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.clave.testkit.FakePeople;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every way in with a PIN by SMS, on a desktop in Spanish and on a phone in Basque. */
@ExtendWith(InABrowser.class)
class LoginBrowserTest {
    static final List<Look> LOOKS = List.of(Look.DESKTOP, Look.PHONE);

    private final Stage stage;
    private final Office office;

    LoginBrowserTest(Stage stage, Office office) {
        this.stage = stage;
        this.office = office;
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void with_a_dni_and_a_code_of_the_office(Look look) {
        Visitor ana = stage.visitor(look);
        Login login = new Login(ana, office, FakePeople.ANA);
        ana.open("/").isAt("home.title").inspects("home").follows("home.data");
        ana.isAt("login.title.IDENTIFY").inspects("login-number");
        login.number();
        ana.inspects("login-dni");
        login.contrast();
        ana.inspects("login-obtain");
        login.obtain();
        assertThat(ana.field("login.code")).not().isEditable();
        ana.inspects("login-sms");

        login.access();

        ana.isAt("data.title")
                .reads("data.CLAVE_LEVEL_BASIC")
                .reads("data.CLAVE_ROUTE_SMS")
                .inspects("my-data");
        ana.presses("office.signOut").reads("home.signedOut").inspects("signed-out");
        ana.open("/my-data").isAt("login.title.IDENTIFY");
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void with_a_permanent_dni(Look look) {
        Visitor breixo = stage.visitor(look);
        Login login = new Login(breixo, office, FakePeople.BREIXO);
        breixo.open("/my-data");
        login.number();
        breixo.choice("login.dni.permanent").check();
        breixo.inspects("login-permanent");

        login.contrast("login.dni.permanent.label").obtain().access();

        breixo.isAt("data.title");
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void with_a_nie_and_a_code_of_ones_own(Look look) {
        Visitor carol = stage.visitor(look);
        Login login = new Login(carol, office, FakePeople.CAROL);
        carol.open("/my-data");
        login.number();
        carol.inspects("login-nie");
        login.contrast("login.nie.label");
        assertThat(carol.field("login.code.own")).isDisabled();
        carol.choice("login.customise").check();
        assertThat(carol.field("login.code.own")).isFocused();
        carol.types("login.code.own", "ab12").inspects("login-custom-code");

        login.obtain();

        assertThat(carol.field("login.code")).hasValue("AB12");
        login.access();
        carol.isAt("data.title");
    }
}
