package dev.clave.internal.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.ClaveUnavailableException;
import dev.clave.Socket;
import dev.clave.internal.state.Budgets;
import dev.clave.internal.state.Code;
import dev.clave.internal.state.EntryState;
import dev.clave.internal.state.LivePin;
import dev.clave.internal.state.Login;
import dev.clave.internal.state.LoginId;
import dev.clave.internal.state.OriginState;
import dev.clave.internal.state.PersonState;
import dev.clave.internal.state.Proof;
import dev.clave.internal.state.SealedPin;
import dev.clave.internal.state.WrongData;
import dev.clave.internal.state.WrongPins;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.DeviceId;
import dev.clave.spi.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.cbor.CBORFactory;

class EntryCodecTest {
    static final PersonState FULL = new PersonState(
            new Login(
                    new LoginId(0x0123456789abcdefL, 0xfedcba9876543210L),
                    PurposeKind.SIGNATURE,
                    1_777_881_600_000L,
                    Login.Phase.OPEN,
                    2,
                    3,
                    new LivePin(
                            new Proof(1, -2, 3, -4), "key-1", 3, Code.of("GATO"), Route.SMS, 1_777_881_660_000L, null)),
            new Budgets(
                    1_777_882_320_000L,
                    1_777_890_240_000L,
                    1_777_881_660_000L,
                    new WrongData(1_777_883_328_000L, 0),
                    new WrongPins(1_777_890_240_000L, 2, 1_777_881_661_000L)));

    /** The same, as it is while an app can open the PIN. */
    static final PersonState SEALED = sealed(FULL);

    private static PersonState sealed(PersonState state) {
        Login login = Objects.requireNonNull(state.login());
        LivePin pin = Objects.requireNonNull(login.pin());
        LivePin forApp = new LivePin(
                pin.proof(),
                pin.keyId(),
                pin.generation(),
                pin.code(),
                Route.APP,
                pin.madeAt(),
                SealedPin.of(new DeviceId(7, -8), new byte[] {1, 2, 3}));
        Login open = new Login(
                login.id(), login.purpose(), login.openedAt(), login.phase(), login.wrongPins(), login.sends(), forApp);
        return new PersonState(open, state.budgets());
    }

    static Stream<EntryState> states() {
        Login open = Objects.requireNonNull(FULL.login());
        return Stream.of(
                PersonState.NEW,
                FULL,
                SEALED,
                new PersonState(null, FULL.budgets()),
                new PersonState(
                        new Login(open.id(), open.purpose(), open.openedAt(), Login.Phase.CANCELLED, 0, 1, null),
                        FULL.budgets()),
                OriginState.NEW,
                new OriginState(1_777_881_600_000L));
    }

    @ParameterizedTest
    @MethodSource("states")
    void gives_back_what_was_written(EntryState state) {
        assertThat(EntryCodec.decode(EntryCodec.encode(state))).isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("states")
    void takes_few_bytes(EntryState state) {
        assertThat(EntryCodec.encode(state).length).isLessThan(250);
    }

    @Test
    @DisplayName("P16 the fixtures of formats 1 and 2 are understood")
    void understands_the_formats_before() throws IOException {
        assertThat(EntryCodec.decode(fixture("person-format-1.hex"))).isEqualTo(FULL);
        assertThat(EntryCodec.decode(fixture("person-format-2.hex"))).isEqualTo(SEALED);
        assertThat(EntryCodec.decode(fixture("nobody-format-2.hex"))).isEqualTo(new PersonState(null, FULL.budgets()));
        assertThat(EntryCodec.decode(fixture("origin-format-1.hex"))).isEqualTo(new OriginState(1_777_881_600_000L));
    }

    @Test
    @DisplayName("P16 the fixture of format 3 is understood, and written the same")
    void understands_the_fixture() throws IOException {
        byte[] fixture = fixture("person-format-3.hex");
        assertThat(EntryCodec.decode(fixture)).isEqualTo(SEALED);
        assertThat(EntryCodec.encode(SEALED)).isEqualTo(fixture);
    }

    @Test
    @DisplayName("C07 an entry without a login, or without a PIN, looks like one that has them, but for what it says")
    void what_is_missing_looks_like_what_is_there() {
        Login open = Objects.requireNonNull(FULL.login());
        Login without = new Login(open.id(), open.purpose(), open.openedAt(), open.phase(), 2, 3, null);
        String full = kinds(FULL);
        assertThat(kinds(new PersonState(null, FULL.budgets()))).isEqualTo(full);
        assertThat(kinds(new PersonState(without, FULL.budgets()))).isEqualTo(full);
        assertThat(kinds(PersonState.NEW)).isEqualTo(full);
    }

    /** Of what kind each part of an entry is. */
    private static String kinds(EntryState state) {
        StringBuilder kinds = new StringBuilder();
        try (JsonParser parser = new CBORFactory().createParser(ObjectReadContext.empty(), EntryCodec.encode(state))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                kinds.append(token.isBoolean() ? "flag" : token).append(' ');
            }
        }
        return kinds.toString();
    }

    @Test
    @DisplayName("P16 what is of one format by its number and of another by its parts is of no format")
    void refuses_a_mixture() throws IOException {
        for (byte[] entry :
                new byte[][] {EntryCodec.encode(SEALED), fixture("person-format-2.hex"), fixture("nobody-format-2.hex")
                }) {
            byte[] mixture = entry.clone();
            mixture[1] = (byte) (entry[1] == 3 ? 2 : 3);
            refuses(mixture);
        }
        byte[] sealed = fixture("person-format-2.hex");
        sealed[1] = 1;
        refuses(sealed);
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = EntryCodecTest.class.getResourceAsStream(name)) {
            String hex = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(hex.strip());
        }
    }

    @Test
    @DisplayName("P16 a newer format is refused with a message that says what to do")
    void refuses_a_newer_format() {
        byte[] newer = EntryCodec.encode(FULL);
        newer[1] = 4;
        assertThatThrownBy(() -> EntryCodec.decode(newer))
                .isInstanceOfSatisfying(
                        ClaveUnavailableException.class,
                        e -> assertThat(e.socket()).isEqualTo(Socket.STORE))
                .hasMessageContaining("format 4")
                .hasMessageContaining("newest version");
    }

    @Test
    void refuses_everything_that_was_not_written_so() {
        byte[] good = EntryCodec.encode(SEALED);
        for (int length = 0; length < good.length; length++) {
            refuses(Arrays.copyOf(good, length));
        }
        refuses(Arrays.copyOf(good, good.length + 1));
        refuses(new byte[2_001]);
        refuses("rO0ABXNyABFqYXZh".getBytes(StandardCharsets.US_ASCII));
        refuses(new byte[] {(byte) 0x83, 1, 2, 0});
        refuses(new byte[] {(byte) 0x9f, (byte) 0x9f, (byte) 0x9f});
    }

    private static void refuses(byte[] content) {
        assertThatThrownBy(() -> EntryCodec.decode(content))
                .isInstanceOfSatisfying(
                        ClaveUnavailableException.class,
                        e -> assertThat(e.socket()).isEqualTo(Socket.STORE));
    }

    @Test
    void garbage_is_refused_and_nothing_else_is_thrown() {
        SplittableRandom random = new SplittableRandom(7);
        byte[] good = EntryCodec.encode(SEALED);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            try {
                EntryState read = EntryCodec.decode(bad);
                assertThat(EntryCodec.decode(EntryCodec.encode(read))).isEqualTo(read);
            } catch (ClaveUnavailableException refused) {
                assertThat(refused.socket()).isEqualTo(Socket.STORE);
            }
        }
    }
}
