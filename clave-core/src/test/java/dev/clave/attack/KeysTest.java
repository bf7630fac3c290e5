package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.Clave;
import dev.clave.ClaveUnavailableException;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.NotSent;
import dev.clave.PinPolicy;
import dev.clave.PinSent;
import dev.clave.Preset;
import dev.clave.Reason;
import dev.clave.Risk;
import dev.clave.Socket;
import dev.clave.TryLater;
import dev.clave.attack.Desk.Ready;
import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Route;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.LeakDetector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keys that turn, retire, are missing or are none. */
class KeysTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final Denied NOT_CURRENT = new Denied(Reason.NOT_CURRENT);

    private final Desk desk = new Desk();

    @Test
    @DisplayName("K01 the key is rotated while 1,000 logins of two tenants are live: every right PIN is granted")
    void rotation() {
        List<FakePerson> people = FakePeople.crowd(500);
        people.forEach(desk.registry::put);
        Desk other = desk.forTenant("other");
        List<Ready> logins = people.stream().map(desk::ready).toList();
        List<Ready> others = people.stream().map(other::ready).toList();
        desk.keys.announceNext();
        Clave behind = desk.builder().build();
        desk.keys.rotate();
        for (int i = 0; i < people.size(); i++) {
            Clave node = i % 2 == 0 ? desk.clave : behind;
            assertThat(node.verify(logins.get(i).handle(), logins.get(i).pin())).isInstanceOf(Granted.class);
            assertThat(other.clave.verify(others.get(i).handle(), others.get(i).pin()))
                    .isInstanceOf(Granted.class);
        }
    }

    @Test
    @DisplayName("K01 a login goes through a rotation at each of its steps")
    void rotationBetweenSteps() {
        LoginHandle login = desk.open(ANA);
        desk.keys.rotate();
        desk.obtain(login);
        desk.keys.rotate();
        assertThat(desk.clave.status(login)).isInstanceOf(PinSent.class);
        desk.later(Duration.ofSeconds(60)).again(login);
        desk.keys.rotate();
        assertThat(desk.clave.verify(login, desk.pinOf(ANA))).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("K01 the subject key stays: budgets, blocks and known browsers survive a rotation")
    void subjectStays() {
        Ready login = desk.ready(ANA);
        desk.missTimes(2, login);
        desk.keys.rotate();
        desk.keys.retireOld();
        Ready next = desk.later(Duration.ofSeconds(60)).ready(ANA);
        desk.missTimes(3, next);
        desk.later(Duration.ofSeconds(60)).missTimes(3, desk.ready(ANA));
        assertThat(((PinSent) desk.clave.status(
                                desk.later(Duration.ofSeconds(60)).ready(ANA).handle()))
                        .attemptsLeft())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("K02 the handle of a retired key is as garbage, and nothing is written")
    void retired() {
        Ready login = desk.ready(ANA);
        desk.keys.rotate();
        desk.keys.retireOld();
        int reads = desk.encoded().reads();
        assertThat(desk.clave.verify(login.handle(), login.pin())).isEqualTo(NOT_CURRENT);
        assertThat(desk.clave.status(login.handle())).isEqualTo(new NotSent(Reason.NOT_CURRENT));
        assertThat(desk.clave.obtainPin(login.handle())).isEqualTo(new NotSent(Reason.NOT_CURRENT));
        assertThat(desk.encoded().reads()).isEqualTo(reads);
    }

    @Test
    @DisplayName(
            "K02 a PIN whose key is gone while its handle opens: unavailable, naming the key's id and nobody, nothing charged")
    void retiredProof() {
        HostKey subject = key("subject", 1);
        HostKey one = key("one", 2);
        HostKey two = key("two", 3);
        Desk first = Desk.with(builder -> builder.keys(KeyRing.of(subject, one, two)));
        LoginHandle login = first.open(ANA);
        Clave other = first.builder().keys(KeyRing.of(subject, two, one)).build();
        assertThat(other.obtainPin(login)).isInstanceOf(PinSent.class);
        Clave behind = first.builder().keys(KeyRing.of(subject, one)).build();
        int writes = first.encoded().writes();
        assertThatThrownBy(() -> behind.verify(login, first.pinOf(ANA)))
                .isInstanceOfSatisfying(ClaveUnavailableException.class, closed -> {
                    assertThat(closed.socket()).isEqualTo(Socket.KEYS);
                    assertThat(closed).hasMessageContaining("two");
                    new LeakDetector()
                            .watch(ANA)
                            .watch("PIN", first.pinOf(ANA))
                            .watch(two)
                            .check(closed);
                });
        assertThat(first.encoded().writes()).isEqualTo(writes);
        assertThat(first.clave.verify(login, first.pinOf(ANA))).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("K02 another subject key: entries, budgets and known browsers start anew")
    void otherSubject() {
        LoginRequest known = Desk.request(ANA).knownBy(desk.logIn(ANA).browser());
        for (int i = 0; i < 50; i++) {
            desk.identifyWrongly(ANA);
        }
        assertThat(desk.identify(ANA)).isInstanceOf(TryLater.class);
        desk.keys.replaceSubject();
        assertThat(desk.identify(ANA)).isInstanceOf(Identified.class);
        assertThat(desk.encoded().size()).isEqualTo(2);
        for (int i = 0; i < 50; i++) {
            desk.identifyWrongly(ANA);
        }
        assertThat(desk.clave.identify(known)).isInstanceOf(TryLater.class);
    }

    private static HostKey key(String id, long seed) {
        byte[] material = new byte[32];
        new SplittableRandom(seed).nextBytes(material);
        return HostKey.of(id, material);
    }

    @Test
    @DisplayName(
            "K04 a key that is a word, too short, all zero or a sequence is refused, and the message does not repeat it")
    void poorKeys() {
        byte[] sequence = new byte[32];
        for (int i = 0; i < sequence.length; i++) {
            sequence[i] = (byte) i;
        }
        List<byte[]> poor = List.of(
                "changeme".getBytes(StandardCharsets.UTF_8),
                "changeme".repeat(4).getBytes(StandardCharsets.UTF_8),
                new byte[16],
                new byte[32],
                sequence);
        for (byte[] material : poor) {
            assertThatThrownBy(() -> HostKey.of("main", material))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("main")
                    .hasMessageNotContaining("changeme");
            String text = Base64.getEncoder().encodeToString(material);
            assertThatThrownBy(() -> HostKey.ofBase64("main", text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(text);
        }
    }

    @Test
    @DisplayName(
            "K04 build refuses what is missing, all in one message, and ephemeral keys beside a store that outlives them")
    void build() {
        assertThatThrownBy(() -> Clave.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("registry", "SMS", "audit", "keys");
        assertThatThrownBy(() -> Desk.with(builder -> builder.keys(KeyRing.ephemeral())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ephemeral");
        assertThatThrownBy(() -> Clave.builder()
                        .registry(desk.registry)
                        .channel(Route.SMS, desk.sms)
                        .audit(desk.audit)
                        .keys(desk.keys)
                        .policy(clavePin())
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("store");
    }

    private static PinPolicy clavePin() {
        return PinPolicy.builder(Preset.CLAVE_PIN)
                .acknowledge(Risk.UNDER_TWENTY_BITS)
                .build();
    }

    @Test
    @DisplayName("who can write to the store cannot move a live PIN to another person or login")
    void movedEntry() {
        Ready ana = desk.ready(ANA);
        Ready carol = desk.ready(FakePeople.CAROL);
        Tampering.swap(desk.encoded());
        assertThat(desk.clave.verify(carol.handle(), ana.pin())).isEqualTo(NOT_CURRENT);
        assertThat(desk.clave.verify(ana.handle(), ana.pin())).isEqualTo(NOT_CURRENT);
    }
}
