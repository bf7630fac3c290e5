package dev.clave.example.office.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.clave.testkit.FakePeople;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the page counts down, by a clock of the browser that the test puts forward. */
@ExtendWith(InABrowser.class)
class WaitingBrowserTest {
    static final List<Look> LOOKS = List.of(Look.DESKTOP, Look.PHONE);

    private final Stage stage;
    private final Office office;

    WaitingBrowserTest(Stage stage, Office office) {
        this.stage = stage;
        this.office = office;
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void another_pin_can_be_requested_when_the_wait_is_over(Look look) {
        Visitor ana = stage.visitor(look);
        Login login = atTheDesk(ana);
        Locator again = buttonThatBegins(ana, "login.again");
        assertThat(again).isDisabled();
        assertThat(again).containsText(Pattern.compile("0:[0-5][0-9]"));
        ana.inspects("again-waits");

        ana.page().clock().fastForward(61_000);
        login.waitForAnother();

        assertThat(again).isEnabled();
        assertThat(again).hasText(ana.words().of("login.again"));
        again.click();
        ana.isAt("login.title.ENTER");
        login.access();
        ana.isAt("data.title");
    }

    @ParameterizedTest
    @FieldSource("LOOKS")
    void whoever_does_not_see_the_seconds_is_told_of_the_last_minute_and_of_the_end(Look look) {
        Visitor ana = stage.visitor(look);
        atTheDesk(ana);

        ana.page().clock().runFor(9 * 60_000);
        assertThat(status(ana)).hasText(ana.words().of("login.expires.soon"));
        ana.inspects("last-minute");
        ana.page().clock().runFor(61_000);

        assertThat(status(ana)).hasText(ana.words().of("login.expires.over"));
        ana.inspects("time-is-over");
    }

    private Login atTheDesk(Visitor visitor) {
        visitor.page().clock().install();
        return new Login(visitor, office, FakePeople.ANA).identify("/my-data").obtain();
    }

    private static Locator status(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.STATUS);
    }

    private static Locator buttonThatBegins(Visitor visitor, String name) {
        Pattern begins = Pattern.compile(
                "^" + Pattern.quote(visitor.words().of(name)).replace("\\Q", "").replace("\\E", ""));
        return visitor.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(begins));
    }
}
