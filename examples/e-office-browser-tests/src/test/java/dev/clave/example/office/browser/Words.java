package dev.clave.example.office.browser;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** What the office says, in one language: by the keys of its texts, so that no test repeats them. */
final class Words {
    private final MessageSource texts;
    private final Locale locale;

    Words(MessageSource texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    String of(String key, Object... values) {
        return texts.getMessage(key, values, locale);
    }
}
