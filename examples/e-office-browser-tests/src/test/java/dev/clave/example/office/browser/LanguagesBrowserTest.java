package dev.clave.example.office.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.clave.spi.Language;
import dev.clave.testkit.FakePeople;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Six languages: the browser's, and whichever is chosen instead. */
@ExtendWith(InABrowser.class)
class LanguagesBrowserTest {
    private static final List<String> PAGES =
            List.of("/", "/login", "/help", "/phone", "/phone?of=gemma", "/phone/app");

    private final Stage stage;
    private final Office office;

    LanguagesBrowserTest(Stage stage, Office office) {
        this.stage = stage;
        this.office = office;
    }

    @ParameterizedTest
    @EnumSource
    void pages_are_in_the_language_of_the_browser(Language language) {
        Visitor visitor = stage.visitor(new Look(language, Look.Screen.PHONE));
        PAGES.forEach(page -> visitor.open(page).glances(page));

        visitor.open("/help").isAt("help.title").inspects("help");
    }

    @Test
    void another_language_can_be_chosen_in_the_middle_of_a_login() {
        Visitor ana = stage.visitor(Look.DESKTOP);
        new Login(ana, office, FakePeople.ANA).identify("/my-data");
        ana.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Euskara").setExact(true))
                .click();

        Words basque = office.words(Language.EU);
        assertThat(ana.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(basque.of("login.title.OBTAIN"));
        ana.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(basque.of("login.obtain")))
                .click();
        assertThat(ana.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(basque.of("login.title.ENTER"));
        ana.page()
                .getByLabel(basque.of("login.pin"), new Page.GetByLabelOptions().setExact(true))
                .fill(office.pinOf(FakePeople.ANA));
        ana.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(basque.of("login.access")))
                .click();
        assertThat(ana.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(basque.of("data.title"));
    }
}
