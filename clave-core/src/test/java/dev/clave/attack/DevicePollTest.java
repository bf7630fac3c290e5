package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.Activated;
import dev.clave.ClaveUnavailableException;
import dev.clave.Socket;
import dev.clave.spi.Person;
import dev.clave.spi.PhoneNumber;
import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.ShownPin;
import dev.clave.testkit.SteppingStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a device is answered, and what it costs. */
@Tag("slow")
class DevicePollTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final FakePerson HUGO = FakePeople.HUGO;
    private static final byte[] GARBAGE = "x".getBytes(StandardCharsets.US_ASCII);

    private final AppDesk app = new AppDesk();
    private final Desk desk = app.desk;

    private byte[] answer(byte[] request) {
        return app.clave.devices().answer(request);
    }

    private static byte[] replaced(byte[] request, String what, String with) {
        String text = new String(request, StandardCharsets.UTF_8);
        assertThat(text).contains(what);
        return text.replace(what, with).getBytes(StandardCharsets.UTF_8);
    }

    /** The last character of a field's value, changed. */
    private static byte[] withOther(byte[] request, String field) {
        String text = new String(request, StandardCharsets.UTF_8);
        int from = text.indexOf("\"" + field + "\":\"") + field.length() + 4;
        char other = text.charAt(from) == 'A' ? 'B' : 'A';
        return (text.substring(0, from) + other + text.substring(from + 1)).getBytes(StandardCharsets.UTF_8);
    }

    /** Everything that is not to be told apart, while a PIN waits for Ana's phone. */
    private Map<String, byte[]> refused(FakeDevice anas) {
        FakeDevice hugos = app.active(HUGO);
        FakeDevice former = app.active(FakePeople.BREIXO, "former");
        app.clave.devices().deactivate(FakePeople.BREIXO.number(), app.idOf(FakePeople.BREIXO), "account");
        byte[] early = anas.pollRequest();
        byte[] sent = hugos.pollRequest();
        desk.later(Duration.ofMinutes(2).plusMillis(1));
        app.openByApp(ANA);
        Map<String, byte[]> requests = new LinkedHashMap<>();
        requests.put("no PIN", hugos.pollRequest());
        requests.put("deactivated", former.pollRequest());
        requests.put("unknown device", withOther(anas.pollRequest(), "token"));
        requests.put("forged", withOther(anas.pollRequest(), "signature"));
        requests.put("signed by another", replaced(anas.pollRequest(), tokenOf(anas), tokenOf(hugos)));
        requests.put("untimely", early);
        requests.put("another's, untimely", sent);
        return requests;
    }

    private static String tokenOf(FakeDevice device) {
        String request = new String(device.pollRequest(), StandardCharsets.UTF_8);
        int from = request.indexOf("\"token\":\"") + 9;
        return request.substring(from, request.indexOf('"', from));
    }

    @Test
    @DisplayName("no PIN, unknown, deactivated, forged and untimely look the same and cost the same: one read")
    void alike() {
        FakeDevice anas = app.active(ANA);
        byte[] nothing = answer(GARBAGE);
        Map<String, byte[]> requests = refused(anas);
        desk.clock.set(desk.clock.instant());
        byte[] expected = answer(GARBAGE);
        assertThat(expected).hasSameSizeAs(nothing);
        requests.forEach((kind, request) -> {
            int devices = app.devices.calls();
            Desk.Work work =
                    desk.workOf(() -> assertThat(answer(request)).as(kind).isEqualTo(expected));
            assertThat(work).as(kind).isEqualTo(new Desk.Work(0, 1, 0, 0, 0));
            assertThat(app.devices.calls()).as(kind).isEqualTo(devices);
        });
        Desk.Work shown = desk.workOf(() -> assertThat(anas.poll()).isPresent());
        assertThat(shown).isEqualTo(new Desk.Work(0, 1, 0, 0, 0));
    }

    @Test
    @DisplayName("why a device got nothing is counted, by a few names")
    void counted() {
        FakeDevice anas = app.active(ANA);
        refused(anas).values().forEach(this::answer);
        answer(GARBAGE);
        anas.poll();
        assertThat(app.clave.counts())
                .containsEntry("answer.NOTHING", 2L)
                .containsEntry("answer.UNKNOWN_TOKEN", 1L)
                .containsEntry("answer.FORGED", 2L)
                .containsEntry("answer.UNTIMELY", 2L)
                .containsEntry("answer.MALFORMED", 1L)
                .containsEntry("answer.SHOWN", 1L);
    }

    @Test
    @DisplayName("10,000 polls of 1,000 devices cost 10,000 reads and nothing else")
    void crowd() {
        List<FakePerson> people = new ArrayList<>(FakePeople.crowd(900));
        for (int i = 0; i < 100; i++) {
            people.add(foreigner(i));
        }
        List<FakeDevice> phones = new ArrayList<>();
        for (FakePerson person : people) {
            desk.registry.put(person);
            FakeDevice phone = app.phone("Phone of " + person.name());
            phone.keep(((Activated) app.finishActivation(person, phone, app.beginActivation(person, phone)))
                    .token()
                    .revealToken());
            phones.add(phone);
        }
        desk.later(Duration.ofSeconds(60));
        for (int i = 0; i < people.size(); i += 2) {
            app.openByApp(people.get(i));
        }
        int devices = app.devices.calls();
        List<byte[]> polls = phones.stream().map(FakeDevice::pollRequest).toList();
        Desk.Work work = desk.workOf(() -> {
            for (int round = 0; round < 10; round++) {
                polls.forEach(this::answer);
            }
        });
        assertThat(work).isEqualTo(new Desk.Work(0, 10_000, 0, 0, 0));
        assertThat(app.devices.calls()).isEqualTo(devices);
        assertThat(app.clave.counts()).containsEntry("answer.SHOWN", 5_000L).containsEntry("answer.NOTHING", 5_000L);
    }

    private static FakePerson foreigner(int number) {
        int digits = 29_999_800 + number;
        char letter = "TRWAGMYFPDXBNJZSQVHLCKE".charAt(digits % 23);
        Person person = FakePeople.CAROL.person().withPhone(PhoneNumber.of("+346009" + (10_000 + number)));
        return FakePerson.of("Foreigner " + number, "Z" + (digits - 20_000_000) + letter, person);
    }

    @Test
    @DisplayName("a replay within the window brings the same sealed bytes, which only the device can open")
    void replay() {
        FakeDevice anas = app.active(ANA);
        app.openByApp(ANA);
        byte[] request = anas.pollRequest();
        byte[] first = answer(request);
        desk.later(Duration.ofMinutes(2));
        byte[] second = answer(request);
        assertThat(replaced(second, timeOf(second), timeOf(first))).isEqualTo(first);
        assertThat(anas.read(second)).isPresent();
        FakeDevice stranger = app.phone("stranger");
        assertThatThrownBy(() -> stranger.read(second)).isInstanceOf(AssertionError.class);

        desk.laterMillis(1);
        assertThat(anas.read(answer(request))).isEmpty();
    }

    private static String timeOf(byte[] answer) {
        String text = new String(answer, StandardCharsets.UTF_8);
        int from = text.indexOf("\"time\":") + 7;
        return text.substring(from, text.indexOf(',', from));
    }

    @Test
    @DisplayName("two minutes early or late are in time, a millisecond more is not")
    void window() {
        FakeDevice anas = app.active(ANA);
        app.openByApp(ANA);
        desk.later(Duration.ofMinutes(1));
        byte[] request = anas.pollRequest();
        desk.clock.set(desk.clock.instant().minus(Duration.ofMinutes(2)));
        assertThat(anas.read(answer(request))).isPresent();
        desk.clock.set(desk.clock.instant().minusMillis(1));
        assertThat(anas.read(answer(request))).isEmpty();
    }

    @Test
    @DisplayName("a time at the other end of all time is out of time, too")
    void farFuture() {
        FakeDevice anas = app.active(ANA);
        app.openByApp(ANA);
        List<LongUnaryOperator> times = List.of(
                now -> Long.MIN_VALUE + now, // the distance from now has no positive counterpart
                now -> Long.MIN_VALUE,
                now -> Long.MAX_VALUE,
                now -> -now,
                now -> 0);
        for (LongUnaryOperator time : times) {
            InstantSource clock = () -> Instant.ofEpochMilli(time.applyAsLong(desk.clock.millis()));
            FakeDevice lost = new FakeDevice("lost", clock, this::answer);
            Activated activated = (Activated) finish(lost);
            lost.keep(activated.token().revealToken());
            assertThat(answer(lost.pollRequest())).isEqualTo(answer(GARBAGE));
        }
        assertThat(app.clave.counts()).containsEntry("answer.UNTIMELY", 5L);
        assertThat(anas.poll()).isEmpty();
    }

    private Object finish(FakeDevice phone) {
        desk.later(Duration.ofHours(3));
        return app.finishActivation(ANA, phone, app.beginActivation(ANA, phone));
    }

    @Test
    @DisplayName("a phone whose clock is wrong corrects itself by the first answer, and counts down rightly")
    void wrongClock() {
        InstantSource fast = () -> desk.clock.instant().plus(Duration.ofHours(3));
        FakeDevice anas = new FakeDevice("Pixel 9", fast, this::answer);
        anas.keep(((Activated) app.finishActivation(ANA, anas, app.beginActivation(ANA, anas)))
                .token()
                .revealToken());
        desk.later(Duration.ofSeconds(60));
        app.openByApp(ANA);
        assertThat(anas.poll().map(ShownPin::code)).isPresent();
        assertThat(anas.left()).isEqualTo(Duration.ofMinutes(10));
        desk.later(Duration.ofMinutes(4));
        assertThat(anas.left()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    @DisplayName("whatever comes is answered alike, and nothing is thrown at the host")
    void hostile() {
        FakeDevice anas = app.active(ANA);
        app.openByApp(ANA);
        byte[] good = anas.pollRequest();
        byte[] nothing = answer(GARBAGE);
        for (int length = 0; length < good.length; length++) {
            assertThat(answer(Arrays.copyOf(good, length))).isEqualTo(nothing);
        }
        for (int at = 0; at < good.length; at++) {
            byte[] changed = good.clone();
            changed[at] ^= 1;
            assertThat(answer(changed)).as("byte %d", at).isEqualTo(nothing);
        }
        assertThat(answer(new byte[0])).isEqualTo(nothing);
        assertThat(answer(new byte[10_000_000])).isEqualTo(nothing);
        assertThat(anas.read(answer(good))).isPresent();
    }

    @Test
    @DisplayName("a tenant's device is unknown to another, and so it is under another subject key")
    void tenants() {
        FakeDevice anas = app.active(ANA);
        app.openByApp(ANA);
        byte[] poll = anas.pollRequest();
        var other = desk.builder().devices(app.devices).tenant("other").build();
        assertThat(anas.read(other.devices().answer(poll))).isEmpty();
        assertThat(other.counts()).containsEntry("answer.UNKNOWN_TOKEN", 1L);
    }

    @Test
    @DisplayName("another node of the same host answers alike, whichever node made the PIN")
    void twoNodes() {
        FakeDevice anas = app.active(ANA);
        app.openByApp(ANA);
        var second = desk.builder()
                .devices(app.devices)
                .organisation(AppDesk.ORGANISATION)
                .build();
        assertThat(second.devices().answer(anas.pollRequest())).isEqualTo(answer(anas.pollRequest()));
    }

    @Test
    @DisplayName("a store that fails ends the poll closed, and is named")
    void storeDown() {
        var store = new SteppingStore();
        AppDesk broken = new AppDesk(store);
        FakeDevice anas = broken.active(ANA);
        store.failAlways();
        assertThatThrownBy(anas::poll)
                .isInstanceOfSatisfying(
                        ClaveUnavailableException.class,
                        closed -> assertThat(closed.socket()).isEqualTo(Socket.STORE));
    }
}
