package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.NotSent;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.TryLater;
import dev.clave.attack.Desk.Ready;
import dev.clave.spi.AuditEvent.DeliveryFailed;
import dev.clave.spi.AuditEvent.PinMade;
import dev.clave.spi.DeadlineChannel;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Language;
import dev.clave.spi.Message;
import dev.clave.spi.PinMessage;
import dev.clave.spi.Route;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.Gate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a PIN goes out, and what becomes of it when it does not. */
class DeliveryTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final Desk desk = new Desk();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNCONFIRMED")
    @DisplayName(
            "D01 a gateway that refuses: undeliverable, one more event, no attempt spent; the next one goes after a minute")
    void refused(DeliveryResult.Reason reason) {
        LoginHandle login = desk.open(ANA);
        desk.sms.refuse(reason);
        assertThat(desk.clave.obtainPin(login)).isEqualTo(new NotSent(Reason.UNDELIVERABLE));
        assertThat(desk.audit.events()).hasSize(3);
        assertThat(desk.audit.events().get(1)).isInstanceOf(PinMade.class);
        assertThat(desk.audit.events().get(2))
                .isInstanceOfSatisfying(
                        DeliveryFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(reason));
        assertThat(desk.sms.calls()).as("never tried again by itself").isEqualTo(1);

        desk.sms.recover();
        assertThat(desk.clave.requestAgain(login))
                .as("the send was charged")
                .isEqualTo(new TryLater(desk.clock.instant().plus(MINUTE)));
        PinSent sent = desk.later(MINUTE).again(login);
        assertThat(sent.attemptsLeft()).isEqualTo(3);
        assertThat(sent.expiresAt()).isEqualTo(desk.clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(desk.clave.verify(login, desk.pinOf(ANA))).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("D01 a gateway that throws, or gives null, has refused; nothing of what it threw comes out")
    void thrown() {
        LoginHandle login = desk.open(ANA);
        desk.sms.failOnCall(1);
        assertThat(desk.clave.obtainPin(login)).isEqualTo(new NotSent(Reason.UNDELIVERABLE));
        assertThat(desk.audit.last(DeliveryFailed.class).reason()).isEqualTo(DeliveryResult.Reason.UNREACHABLE);

        Desk rude = Desk.with(builder -> builder.channel(Route.SMS, message -> null));
        assertThat(rude.clave.obtainPin(rude.open(ANA))).isEqualTo(new NotSent(Reason.UNDELIVERABLE));
    }

    @Test
    @DisplayName("D02 a gateway that sends and then hangs: unconfirmed, the PIN lives and may be given")
    void unconfirmed() {
        ExecutorService threads = threads(1);
        try {
            Desk slow = deadlined(threads, desk.sms, Duration.ofMillis(200));
            LoginHandle login = slow.open(ANA);
            Gate gate = desk.sms.sendThenHang();
            assertThat(slow.clave.obtainPin(login)).isEqualTo(new NotSent(Reason.UNCONFIRMED));
            assertThat(slow.audit.last(DeliveryFailed.class).reason()).isEqualTo(DeliveryResult.Reason.UNCONFIRMED);
            gate.release();
            assertThat(slow.clave.status(login)).isInstanceOf(PinSent.class);
            assertThat(slow.clave.verify(login, desk.sms.phoneOf(ANA).lastPin()))
                    .isInstanceOf(Granted.class);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName(
            "D02 200 obtains at a gateway that hangs for good: answered within the deadline, on two threads, and none is told as sent")
    void hangs() {
        ThreadPoolExecutor threads = threads(2);
        Gate forever = desk.sms.hang();
        try {
            Desk slow = deadlined(threads, deaf(desk.sms), Duration.ofMillis(20));
            List<FakePerson> people = FakePeople.crowd(200);
            List<Reason> reasons = new ArrayList<>();
            for (FakePerson person : people) {
                slow.registry.put(person);
                reasons.add(((NotSent) slow.clave.obtainPin(slow.open(person))).reason());
            }
            assertThat(threads.getLargestPoolSize()).isEqualTo(2);
            assertThat(reasons).filteredOn(Reason.UNCONFIRMED::equals).hasSize(2);
            assertThat(reasons).filteredOn(Reason.UNDELIVERABLE::equals).hasSize(198);
        } finally {
            forever.release();
            threads.shutdownNow();
        }
    }

    private static ThreadPoolExecutor threads(int most) {
        return new ThreadPoolExecutor(0, most, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
    }

    private static Desk deadlined(ExecutorService threads, DeliveryChannel gateway, Duration deadline) {
        return Desk.with(builder -> builder.channel(Route.SMS, new DeadlineChannel(gateway, deadline, threads)));
    }

    /** Does not listen to interrupts, as many a driver. */
    private static DeliveryChannel deaf(DeliveryChannel gateway) {
        return message -> {
            Thread inner = new Thread(() -> gateway.deliver(message));
            inner.setDaemon(true);
            inner.start();
            boolean interrupted = false;
            while (inner.isAlive()) {
                try {
                    inner.join();
                } catch (InterruptedException unheard) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return DeliveryResult.accepted();
        };
    }

    @Test
    @DisplayName("D03 a channel that tries again has the same send id, and the person one message")
    void retryByTheChannel() {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        Desk retrying = Desk.with(builder -> builder.channel(Route.SMS, message -> {
            ids.add(message.id().value());
            desk.sms.deliver(message);
            return desk.sms.deliver(message);
        }));
        LoginHandle login = retrying.open(ANA);
        retrying.obtain(login);
        assertThat(ids).hasSize(1);
        assertThat(desk.phone(ANA).received()).isEqualTo(1);
        retrying.later(MINUTE).again(login);
        retrying.obtain(retrying.later(MINUTE).open(ANA));
        assertThat(ids).as("another PIN, another id").hasSize(3);
    }

    @Test
    @DisplayName("D11 a send id says nothing of the login, and no call takes one back")
    void sendId() {
        Ready login = desk.ready(ANA);
        PinMessage message = desk.phone(ANA).pinMessages().get(0);
        String id = message.id().value();
        assertThat(login.handle().revealToken()).doesNotContain(id);
        assertThat(desk.audit.events().toString()).doesNotContain(id);
        assertThat(desk.clave.status(LoginHandle.of(id))).isEqualTo(new NotSent(Reason.NOT_CURRENT));
        assertThat(desk.clave.obtainPin(LoginHandle.of(id))).isEqualTo(new NotSent(Reason.NOT_CURRENT));
        assertThat(desk.clave.verify(login.handle(), login.pin())).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("D05 20 clicks in one second send one message")
    void clicks() {
        LoginHandle login = desk.open(ANA);
        for (int i = 0; i < 20; i++) {
            desk.clave.obtainPin(login);
            desk.clave.requestAgain(login);
            desk.laterMillis(50);
        }
        assertThat(desk.phone(ANA).received()).isEqualTo(1);
    }

    @Test
    @DisplayName("D06 four people with one phone log in at once, each by their own budget")
    void sharedPhone() {
        List<FakePerson> family = FakePeople.crowd(4).stream()
                .map(person -> person.with(record -> record.withPhone(FakePeople.GEMMA.phone())))
                .toList();
        family.forEach(desk.registry::put);
        List<Ready> logins = family.stream().map(desk::ready).toList();
        assertThat(logins.stream().map(Ready::pin).collect(Collectors.toSet())).hasSize(4);
        desk.missTimes(3, logins.get(0));
        for (Ready login : logins.subList(1, 4)) {
            assertThat(desk.clave.verify(login.handle(), login.pin())).isInstanceOf(Granted.class);
        }
        assertThat(desk.sms.phoneOf(FakePeople.GEMMA).received()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sede\r\nPIN 000000", "Sede\u202Eedes", "\uD83D\uDE00", "", "   "})
    @DisplayName("D09 an organisation or summary that an SMS cannot carry is refused when it is given")
    void unfit(String text) {
        refusedAtBuild(text);
        assertThatThrownBy(() -> Desk.request(ANA).toSign(text, "text")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("D09 so is one that is too long; the longest ones leave the PIN whole, in every language")
    void longest() {
        refusedAtBuild("x".repeat(500));
        refusedAtBuild("x".repeat(25));
        assertThatThrownBy(() -> Desk.request(ANA).toSign("x".repeat(41), "text"))
                .isInstanceOf(IllegalArgumentException.class);
        Desk full = Desk.with(builder -> builder.organisation("x".repeat(24)).site("sede.example." + "x".repeat(17)));
        for (Language language : EnumSet.allOf(Language.class)) {
            full.registry.change(ANA, person -> person.withLanguage(language));
            LoginHandle login = full.open(Desk.request(ANA).toSign("y".repeat(40), "text"));
            full.obtain(login);
            String pin = full.pinOf(ANA);
            assertThat(full.phone(ANA).lastText()).contains(pin).endsWith(" #" + pin);
            assertThat(full.clave.verify(login, pin, "text")).isInstanceOf(Granted.class);
            full.later(Duration.ofHours(3));
        }
    }

    private static void refusedAtBuild(String organisation) {
        assertThatThrownBy(() -> Desk.with(builder -> builder.organisation(organisation)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("000000");
    }

    @Test
    @DisplayName("the SMS is in the registry's language, whatever the page's; the handle keeps the page's")
    void languages() {
        LoginHandle login = desk.open(Desk.request(FakePeople.BREIXO).in(Language.EN));
        desk.obtain(login);
        Message sms = desk.phone(FakePeople.BREIXO).messages().get(0);
        assertThat(sms.language()).isEqualTo(Language.GL);
        assertThat(sms.text().reveal()).contains("Non o comparta");
        assertThat(desk.clave.languageOf(login)).contains(Language.EN);
        assertThat(desk.clave.languageOf(desk.open(ANA))).isEmpty();
        assertThat(desk.clave.languageOf(LoginHandle.of("garbage"))).isEmpty();
    }
}
