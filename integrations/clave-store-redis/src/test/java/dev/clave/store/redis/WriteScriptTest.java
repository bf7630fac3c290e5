package dev.clave.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WriteScriptTest {
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void asBefore() {
        Locale.setDefault(locale);
    }

    @Test
    @DisplayName("the script is the same where the JVM writes numbers in the digits of another language")
    void speaks_no_language() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        assertThat(String.format("%d", 7)).as("digits of this JVM").isNotEqualTo("7");
        assertThat(WriteScript.text()).isEqualTo(WriteScript.TEXT).isASCII();
    }
}
