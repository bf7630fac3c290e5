package dev.clave.example.office.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.clave.testkit.FakePeople;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The phone that lies beside the screen. */
@ExtendWith(InABrowser.class)
class PhoneBrowserTest {
    static final List<Look> LOOKS = List.of(Look.DESKTOP, Look.PHONE);

    private final Stage stage;
    private final Office office;

    PhoneBrowserTest(Stage stage, Office office) {
        this.stage = stage;
        this.office = office;
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void a_pin_arrives_and_is_copied(Look look) {
        Visitor phone =
                stage.visitor(look, options -> options.setPermissions(List.of("clipboard-read", "clipboard-write")));
        phone.open("/phone").isAt("phone.title").inspects("phone");
        phone.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Ferran").setExact(true))
                .click();
        phone.reads("phone.messages").inspects("phone-inbox");
        Visitor ferran = stage.visitor(look);
        Login login = new Login(ferran, office, FakePeople.FERRAN)
                .identify("/my-data")
                .obtain();

        assertThat(phone.page().getByText(office.pinOf(FakePeople.FERRAN)).first())
                .isVisible();
        phone.inspects("phone-message");
        phone.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile(phone.words().of("phone.copy"))))
                .first()
                .click();
        phone.reads("phone.copied");
        login.access(String.valueOf(phone.page().evaluate("() => navigator.clipboard.readText()")));

        ferran.isAt("data.title");
    }

    @Test
    void nobody_of_that_name_has_a_phone() {
        Visitor phone = stage.visitor(Look.DESKTOP);
        phone.watch().allow("404");

        phone.open("/phone?of=nobody")
                .isAt("phone.title")
                .reads("phone.unknown")
                .inspects("phone-unknown");
    }
}
