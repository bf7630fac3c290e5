package dev.clave.example.office.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ReducedMotion;
import dev.clave.spi.Language;

/**
 * How somebody looks at the pages.
 *
 * @param language which their browser asks for
 * @param screen what they look at
 */
record Look(Language language, Screen screen) {
    static final Look DESKTOP = new Look(Language.ES, Screen.DESKTOP);
    static final Look PHONE = new Look(Language.EU, Screen.PHONE);

    enum Screen {
        DESKTOP(1280, 900),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }

    NewContextOptions options() {
        boolean touched = screen == Screen.PHONE;
        return new NewContextOptions()
                .setLocale(language.tag())
                .setTimezoneId("Europe/Madrid")
                .setViewportSize(screen.width(), screen.height())
                .setIsMobile(touched)
                .setHasTouch(touched)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    @Override
    public String toString() {
        return language.tag() + "-" + (screen == Screen.PHONE ? "phone" : "desktop");
    }
}
