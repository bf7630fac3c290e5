package dev.clave.example.office.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import dev.clave.testkit.FakePeople;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A login by somebody who has no mouse, and sees at each stop where they are. */
@ExtendWith(InABrowser.class)
class KeyboardBrowserTest {
    private static final int MOST_STOPS = 60;
    private static final String SEEN = """
            () => {
                const style = getComputedStyle(document.activeElement);
                return document.activeElement === document.body || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
            }
            """;

    private final Stage stage;
    private final Office office;

    KeyboardBrowserTest(Stage stage, Office office) {
        this.stage = stage;
        this.office = office;
    }

    @Test
    void somebody_logs_in_and_signs_out_by_keyboard_alone() {
        Visitor breixo = stage.visitor(Look.DESKTOP).open("/");
        Keyboard keys = breixo.page().keyboard();
        keys.press("Tab");
        assertThat(breixo.link("office.skip")).isFocused();
        keys.press("Enter");
        goTo(breixo, breixo.link("home.data"));
        keys.press("Enter");
        logIn(breixo, keys);

        breixo.isAt("data.title");
        goTo(breixo, breixo.button("office.signOut"));
        keys.press("Enter");
        breixo.reads("home.signedOut");
    }

    private void logIn(Visitor breixo, Keyboard keys) {
        breixo.isAt("login.title.IDENTIFY");
        assertThat(breixo.field("login.number")).isFocused();
        keys.type(FakePeople.BREIXO.typedNumber());
        keys.press("Enter");
        breixo.isAt("login.title.CONTRAST");
        goTo(breixo, breixo.choice("login.dni.dated"), "Shift+Tab");
        keys.press("ArrowDown");
        goTo(breixo, breixo.field("login.dni.permanent.label"));
        keys.type(FakePeople.BREIXO.typedContrast());
        keys.press("Enter");
        breixo.isAt("login.title.OBTAIN");
        goTo(breixo, breixo.choice("login.customise"));
        keys.press("Space");
        assertThat(breixo.field("login.code.own")).isFocused();
        keys.type("lua7");
        goTo(breixo, breixo.button("login.obtain"));
        keys.press("Enter");
        breixo.isAt("login.title.ENTER");
        assertThat(breixo.field("login.pin")).isFocused();
        keys.type(office.pinOf(FakePeople.BREIXO));
        keys.press("Enter");
    }

    private static void goTo(Visitor visitor, Locator stop) {
        goTo(visitor, stop, "Tab");
    }

    private static void goTo(Visitor visitor, Locator stop, String key) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            visitor.page().keyboard().press(key);
            Assertions.assertThat(visitor.page().evaluate(SEEN))
                    .as("focus can be seen at %s", visitor.page().evaluate("() => document.activeElement.outerHTML"))
                    .isEqualTo(true);
            if (Boolean.TRUE.equals(stop.evaluate("it => it === document.activeElement"))) {
                return;
            }
        }
        Assertions.fail("no number of presses of %s leads to %s", key, stop);
    }
}
