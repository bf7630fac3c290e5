package dev.clave.internal.entries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.attack.AllocatedBytes;
import dev.clave.internal.state.Budgets;
import dev.clave.internal.state.EntryState;
import dev.clave.internal.state.LivePin;
import dev.clave.internal.state.Login;
import dev.clave.internal.state.LoginId;
import dev.clave.internal.state.PersonState;
import dev.clave.internal.state.WrongData;
import dev.clave.internal.state.WrongPins;
import dev.clave.spi.AuditEvent.PurposeKind;
import java.util.Objects;
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
    @DisplayName("a live login is two objects of 176 bytes, so that it takes no more than 300 with map and key")
    void is_small() {
        Login open = Objects.requireNonNull(EntryCodecTest.FULL.login());
        LoginId id = open.id();
        LivePin pin = open.pin();
        assertThat(AllocatedBytes.ofEach(() -> () -> made = Entry.of(3, 4, EntryCodecTest.FULL)))
                .containsOnly(64);
        assertThat(AllocatedBytes.ofEach(
                        () -> () -> made = new Login(id, PurposeKind.SIGNATURE, 1, Login.Phase.OPEN, 2, 3, pin)))
                .containsOnly(112);
    }

    @Test
    void nothing_charged_takes_no_room() {
        Budgets charged = EntryCodecTest.FULL.budgets();
        Budgets kept = kept(new Budgets(1, 2, 3, new WrongData(0, 0), new WrongPins(0, 0, 0)));
        assertThat(kept.wrongData()).isSameAs(PersonState.NEW.budgets().wrongData());
        assertThat(kept.wrongPins()).isSameAs(PersonState.NEW.budgets().wrongPins());
        assertThat(kept(charged)).isEqualTo(charged);
    }

    private static Budgets kept(Budgets budgets) {
        return new PersonEntry(3, 4, new PersonState(null, budgets)).state().budgets();
    }
}
