package dev.clave.example.office.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.clave.testkit.FakePeople;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The app, in a browser of its own: activated once, and from then on where the PIN is. */
@ExtendWith(InABrowser.class)
class AppBrowserTest {
    static final List<Look> LOOKS = List.of(Look.DESKTOP, Look.PHONE);

    private static final Pattern SIX_SYMBOLS = Pattern.compile("^[A-Z2-7]{6}$");

    private final Stage stage;
    private final Office office;

    AppBrowserTest(Stage stage, Office office) {
        this.stage = stage;
        this.office = office;
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void the_pin_is_in_the_app(Look look) {
        Visitor app = activated(look);
        Visitor edurne = stage.visitor(look);
        Login login = new Login(edurne, office, FakePeople.EDURNE)
                .identify("/my-data")
                .obtain();
        edurne.inspects("login-app");

        app.presses("phone.app.look").isAtPart("phone.app.card").inspects("app-hidden");
        app.presses("phone.app.show");
        app.inspects("app-shown");
        app.presses("phone.app.copy").reads("phone.copied");
        login.access(String.valueOf(app.page().evaluate("() => navigator.clipboard.readText()")));

        edurne.isAt("data.title")
                .reads("data.CLAVE_ROUTE_APP")
                .reads("data.app.active", device(app))
                .inspects("my-data-app");
        app.presses("phone.app.look").reads("phone.app.gone").inspects("app-gone");
        app.page().reload();
        app.isAtPart("phone.app.active");
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void whoever_cannot_open_the_app_requests_an_sms(Look look) {
        activated(look);
        Visitor edurne = stage.visitor(look);
        Login login = new Login(edurne, office, FakePeople.EDURNE)
                .identify("/my-data")
                .obtain()
                .waitForAnother();
        edurne.page().reload();

        edurne.presses("login.again.sms").isAt("login.title.ENTER").inspects("login-sms-instead");
        login.access();

        edurne.isAt("data.title").reads("data.CLAVE_ROUTE_SMS");
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void whoever_did_not_ask_for_it_ends_the_login(Look look) {
        Visitor app = activated(look);
        Visitor stranger = stage.visitor(look);
        Login login = new Login(stranger, office, FakePeople.EDURNE)
                .identify("/my-data")
                .obtain();
        String pin = pinIn(app);

        app.presses("phone.app.notme").isAtPart("phone.app.notme.title").inspects("app-not-me");
        app.presses("phone.app.notme.yes")
                .isTold(app.words().of("phone.app.notme.done"))
                .inspects("app-ended");
        login.access(pin);

        stranger.isAt("login.title.IDENTIFY");
        assertThat(stranger.page().locator("#notice")).isVisible();
        stranger.inspects("login-ended");
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void an_app_is_deactivated_in_the_app_or_in_the_office(Look look) {
        Visitor app = activated(look);
        app.presses("phone.app.deactivate")
                .isAtPart("phone.app.deactivate.title")
                .inspects("app-deactivate");
        app.presses("phone.app.cancel").isAtPart("phone.app.active");
        app.presses("phone.app.deactivate").presses("phone.app.deactivate.yes");
        app.isAtPart("phone.app.begin")
                .isTold(app.words().of("phone.app.deactivate.done"))
                .inspects("app-deactivated");

        office.newDay();
        activate(app);
        Visitor edurne = stage.visitor(look);
        Login login = new Login(edurne, office, FakePeople.EDURNE);
        login.waitForAnother().identify("/my-data").obtain().access(pinIn(app));
        edurne.isAt("data.title").presses("data.app.deactivate").reads("data.app.none");
        app.presses("phone.app.look").reads("phone.app.gone");
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void what_is_mistyped_in_the_app_is_explained(Look look) {
        Visitor app = stage.visitor(look).open("/phone/app").isAtPart("phone.app.begin");
        app.types("phone.app.number", "1").types("phone.app.contrast", "1").presses("phone.app.continue");

        assertThat(app.page().getByRole(AriaRole.ALERT)).isVisible();
        app.inspects("app-mistyped");
        activate(app);
    }

    private Visitor activated(Look look) {
        Visitor app =
                stage.visitor(look, options -> options.setPermissions(List.of("clipboard-read", "clipboard-write")));
        app.open("/phone/app")
                .isAt("phone.app.title")
                .isAtPart("phone.app.begin")
                .inspects("app-begin");
        activate(app);
        app.inspects("app-active");
        new Login(app, office, FakePeople.EDURNE).waitForAnother();
        return app;
    }

    private void activate(Visitor app) {
        app.types("phone.app.number", FakePeople.EDURNE.typedNumber());
        app.types("phone.app.contrast", FakePeople.EDURNE.typedContrast());
        app.presses("phone.app.continue").isAtPart("phone.app.pin.title").inspects("app-pin");
        app.types("phone.app.pin", office.pinOf(FakePeople.EDURNE))
                .presses("phone.app.activate")
                .isAtPart("phone.app.active");
    }

    private static String pinIn(Visitor app) {
        app.presses("phone.app.look").isAtPart("phone.app.card").presses("phone.app.show");
        return String.valueOf(app.page().getByText(SIX_SYMBOLS).textContent());
    }

    private static String device(Visitor app) {
        return app.words().of("phone.app.name.value");
    }
}
