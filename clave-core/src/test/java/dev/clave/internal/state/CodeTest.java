package dev.clave.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodeTest {
    @Test
    void gives_back_its_characters() {
        for (String text : new String[] {"AB12", "ZZZZ", "0000", "GATO"}) {
            assertThat(Code.of(text).text()).isEqualTo(text);
        }
    }

    @Test
    void has_four_of_them() {
        assertThatThrownBy(() -> Code.of("ABCDE")).isInstanceOf(IllegalArgumentException.class);
    }
}
