package dev.clave.internal.entries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.attack.AllocatedBytes;
import dev.clave.internal.state.EntryState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonEntryTest {
    private Object made = new Object();

    @ParameterizedTest
    @MethodSource("dev.clave.internal.entries.EntryCodecTest#states")
    void gives_back_what_it_keeps(EntryState state) {
        Entry entry = Entry.of(3, 4, state);
        assertThat(entry.state()).isEqualTo(state);
        assertThat(entry.version()).isEqualTo(3);
        assertThat(entry.keepUntil().toEpochMilli()).isEqualTo(4);
        assertThat(entry.content()).isEqualTo(EntryCodec.encode(state));
    }

    @Test
    @Tag("exact")
    @DisplayName(
            "a live login is one object, with room for a reference or two in the 300 bytes that it may take with map and key")
    void is_small() {
        assertThat(AllocatedBytes.ofEach(() -> () -> made = Entry.of(3, 4, EntryCodecTest.FULL)))
                .containsOnly(168);
        assertThat(made).isInstanceOf(PersonEntry.class);
    }
}
