package dev.clave.example.office.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.clave.testkit.FakePeople;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The procedure that signs a text, with a PIN that is good for that text alone. */
@ExtendWith(InABrowser.class)
class SigningBrowserTest {
    static final List<Look> LOOKS = List.of(Look.DESKTOP, Look.PHONE);

    private static final String TEXT =
            "The lamp before <b>number 7</b> is broken.\nThe one before number 9 too: \"since May\".";

    private final Stage stage;
    private final Office office;

    SigningBrowserTest(Stage stage, Office office) {
        this.stage = stage;
        this.office = office;
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void a_claim_is_written_read_signed_and_kept(Look look) {
        Visitor ana = stage.visitor(look);
        Login login = new Login(ana, office, FakePeople.ANA).enter("/claim");
        ana.isAt("claim.title").inspects("claim");
        ana.types("claim.words", TEXT).presses("claim.next");
        ana.isAt("claim.read.title").inspects("claim-read");
        showsTheText(ana);

        login.waitForAnother();
        ana.follows("claim.sign")
                .isAt("login.title.CONTRAST")
                .reads("login.signing")
                .inspects("sign-dni");
        showsTheText(ana);
        login.contrast();
        ana.reads("login.signing").inspects("sign-obtain");
        login.obtain();
        ana.reads("login.signing").inspects("sign-pin");
        showsTheText(ana);
        ana.types("login.pin", office.pinOf(FakePeople.ANA)).presses("login.sign");

        ana.isAt("claim.filed.title").inspects("claim-filed");
        showsTheText(ana);
        ana.page().reload();
        ana.isAt("claim.filed.title");
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void an_empty_claim_is_asked_for_again(Look look) {
        Visitor ana = stage.visitor(look);
        new Login(ana, office, FakePeople.ANA).enter("/claim");
        ana.isAt("claim.title").types("claim.words", "  ").presses("claim.next");

        ana.isTold(ana.words().of("claim.empty")).isAt("claim.title").inspects("claim-empty");
        assertThat(ana.page().getByRole(AriaRole.TEXTBOX)).isEditable();
    }

    /** Letter by letter: what looks like a tag is none. */
    private static void showsTheText(Visitor visitor) {
        assertThat(visitor.page().getByText("<b>number 7</b>").first()).isVisible();
    }
}
