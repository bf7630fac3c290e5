package dev.clave.example.office.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether a page, as it stands, can be used by everybody: by light and in the dark, on the narrowest screen, with a thumb. */
final class Inspection {
    static final Path PICTURES = Path.of("target", "screenshots");

    /** 1280 px at 400 %: WCAG 1.4.10. */
    private static final int NARROWEST = 320;

    private static final int THUMB = 44;
    private static final List<AriaRole> TOUCHED =
            List.of(AriaRole.BUTTON, AriaRole.TEXTBOX, AriaRole.COMBOBOX, AriaRole.TAB);

    private final Page page;
    private final Look look;
    private final List<String> faults = new ArrayList<>();

    Inspection(Page page, Look look) {
        this.page = page;
        this.look = look;
    }

    List<String> glance() {
        language();
        texts();
        targets();
        reflow();
        return faults;
    }

    List<String> faults(String name) {
        colours(ColorScheme.LIGHT, name);
        colours(ColorScheme.DARK, name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return glance();
    }

    private void language() {
        String said = page.locator("html").getAttribute("lang");
        if (!look.language().tag().equals(said)) {
            faults.add("the page says that it is in " + said);
        }
    }

    /** Neither a key that has no text nor a place that was not filled in. */
    private void texts() {
        String text = page.locator("body").innerText();
        if (text.contains("??") || text.contains("{0}") || text.contains("''")) {
            faults.add("a text is missing: " + text);
        }
    }

    private void targets() {
        for (AriaRole role : TOUCHED) {
            for (Locator target : page.getByRole(role).all()) {
                BoundingBox box = target.boundingBox();
                if (box != null && (box.height < THUMB || box.width < THUMB)) {
                    faults.add(role + " of " + box.width + " x " + box.height + " px: " + target.innerText());
                }
            }
        }
    }

    private void colours(ColorScheme scheme, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Axe.violations(page).forEach(violation -> faults.add(scheme + ": " + violation));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    private void reflow() {
        page.setViewportSize(NARROWEST, look.screen().height());
        int width = ((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue();
        if (width > NARROWEST) {
            faults.add("at " + NARROWEST + " px it is " + width + " px wide");
        }
        page.setViewportSize(look.screen().width(), look.screen().height());
    }
}
