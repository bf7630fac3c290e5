package dev.clave.example.office.phone;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page of the app, the same for everybody: whose it is and what waits for it is known to its script alone. */
@Controller
@Profile("demo")
class AppPageController {
    private final MessageSource texts;

    AppPageController(MessageSource texts) {
        this.texts = texts;
    }

    @GetMapping("/phone/app")
    String page() {
        return "phone/app";
    }

    /** What a browser installs. Addresses are relative to its own. */
    @GetMapping(path = "/phone/app.webmanifest", produces = "application/manifest+json")
    @ResponseBody
    Map<String, Object> manifest(Locale locale) {
        return Map.of(
                "id", "app",
                "name", texts.getMessage("phone.app.title", null, locale),
                "short_name", texts.getMessage("phone.app.short", null, locale),
                "lang", locale.toLanguageTag(),
                "start_url", "app",
                "scope", "./",
                "display", "standalone",
                "background_color", "#f3f1ea",
                "theme_color", "#37456b",
                "icons",
                        List.of(
                                icon("icon.svg", "image/svg+xml", "any"),
                                icon("icon-192.png", "image/png", "192x192"),
                                icon("icon-512.png", "image/png", "512x512")));
    }

    private static Map<String, String> icon(String file, String type, String sizes) {
        return Map.of("src", file, "type", type, "sizes", sizes, "purpose", "any maskable");
    }
}
