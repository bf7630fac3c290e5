package dev.clave.example.office.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Activated;
import dev.clave.Clave;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.NewDevice;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeDeviceRegistry;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakePushGateway;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The app's own scripts, without a browser: what they ask, when they ask again, and what they show. */
class AppScriptsTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();

    private final FakeClock clock = new FakeClock();
    private final FakeSmsGateway sms = new FakeSmsGateway();
    private final Clave clave = Clave.builder()
            .registry(FakeRegistry.withEverybody())
            .channel(Route.SMS, sms)
            .devices(new FakeDeviceRegistry())
            .channel(Route.APP, new FakePushGateway())
            .audit(new RecordingAudit())
            .keys(KeyRing.ephemeral())
            .clock(clock)
            .organisation("Demo")
            .build();

    private Node node;
    private int requests;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        node = Node.run("drive.mjs", folder);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private LoginHandle open(LoginRequest request) {
        LoginHandle handle = ((Identified) clave.identify(request)).handle();
        clave.obtainPin(handle);
        return handle;
    }

    private LoginHandle login() {
        return open(LoginRequest.of(ANA.typedNumber(), ANA.typedContrast()));
    }

    /** Activates the script's keys; its own clock may be off. */
    private String activate(Duration off) throws IOException {
        JsonNode keys = JSON.readTree(node.told());
        NewDevice device = NewDevice.of(
                keys.get("sealingKey").stringValue(), keys.get("signingKey").stringValue(), "Firefox", null);
        LoginHandle handle =
                open(LoginRequest.of(ANA.typedNumber(), ANA.typedContrast()).toActivate(device));
        Activated activated =
                (Activated) clave.devices().activate(handle, sms.phoneOf(ANA).lastPin(), device);
        clock.advance(Duration.ofSeconds(60));
        return JSON.writeValueAsString(Map.of(
                "token", activated.token().revealToken(),
                "clock", clock.instant().plus(off).toEpochMilli()));
    }

    private JsonNode after(String line, UnaryOperator<String> onItsWay) throws IOException {
        JsonNode told = JSON.readTree(node.tell(line));
        while (told.has("body")) {
            requests++;
            byte[] body = told.get("body").stringValue().getBytes(StandardCharsets.UTF_8);
            String answer = new String(clave.devices().answer(body), StandardCharsets.UTF_8);
            told = JSON.readTree(node.tell(onItsWay.apply(answer)));
        }
        return told.get("result");
    }

    private JsonNode doing(String deed) throws IOException {
        return after("{\"deed\":\"" + deed + "\"}", AS_IT_IS);
    }

    private JsonNode firstPoll(Duration off) throws IOException {
        return after(activate(off) + "\n{\"deed\":\"poll\"}", AS_IT_IS);
    }

    private JsonNode waiting(Duration time) throws IOException {
        clock.advance(time);
        return after("{\"deed\":\"wait\",\"given\":" + time.toMillis() + "}", AS_IT_IS);
    }

    @Test
    void the_app_shows_the_pin_that_waits_until_it_is_used() throws IOException {
        assertThat(firstPoll(Duration.ZERO).get("pin").isNull()).isTrue();
        LoginHandle login = login();
        JsonNode shown = doing("poll");
        assertThat(shown.get("left").longValue()).isEqualTo(600_000);
        assertThat(clave.verify(login, shown.get("pin").stringValue())).isInstanceOf(Granted.class);
        JsonNode after = doing("poll");
        assertThat(after.get("pin").isNull()).isTrue();
        assertThat(after.get("disownable").booleanValue()).isTrue();
        assertThat(doing("not-me").get("done").booleanValue()).isFalse();
    }

    @Test
    void a_countdown_goes_by_the_servers_clock_and_ends_at_nothing() throws IOException {
        firstPoll(Duration.ofMinutes(-7));
        login();
        assertThat(doing("poll").get("left").longValue()).isEqualTo(600_000);
        assertThat(waiting(Duration.ofSeconds(599)).get("left").longValue()).isEqualTo(1_000);
        assertThat(waiting(Duration.ofSeconds(1)).get("left").longValue()).isZero();
    }

    @Test
    void a_clock_that_is_off_costs_one_request_more_and_once_alone() throws IOException {
        firstPoll(Duration.ofHours(3));
        assertThat(requests).isEqualTo(2);
        doing("poll");
        assertThat(requests).isEqualTo(3);
    }

    @Test
    void a_clock_that_is_right_costs_none() throws IOException {
        firstPoll(Duration.ofSeconds(100));
        assertThat(requests).isEqualTo(1);
    }

    @Test
    void a_login_that_was_not_the_owners_is_ended() throws IOException {
        firstPoll(Duration.ZERO);
        LoginHandle login = login();
        String pin = doing("poll").get("pin").stringValue();
        assertThat(doing("not-me").get("done").booleanValue()).isTrue();
        assertThat(clave.verify(login, pin)).isNotInstanceOf(Granted.class);
    }

    @Test
    void what_was_altered_on_the_way_is_not_shown() throws IOException {
        firstPoll(Duration.ZERO);
        login();
        JsonNode result = after("{\"deed\":\"poll\"}", answer -> answer.replace("\"sealed\":\"B", "\"sealed\":\"C"));
        assertThat(result.get("failure").stringValue()).isEqualTo("Altered");
        assertThat(doing("poll").get("pin").isString()).isTrue();
    }

    @Test
    void an_app_is_deactivated() throws IOException {
        firstPoll(Duration.ZERO);
        assertThat(doing("deactivate").get("done").booleanValue()).isTrue();
        assertThat(clave.devices().of(ANA.number())).isEmpty();
    }

    @Test
    void the_worker_keeps_the_shell_and_leaves_every_answer_of_the_office_alone(@TempDir Path folder)
            throws IOException {
        try (Node worker = Node.run("work.mjs", folder)) {
            JsonNode seen = JSON.readTree(worker.told());
            assertThat(seen.get("asked").values())
                    .hasSize(7)
                    .allSatisfy(answer -> assertThat(answer.stringValue()).isEqualTo("left alone"));
            assertThat(seen.get("fresh").stringValue()).isEqualTo("office");
            assertThat(seen.get("offline").stringValue()).isEqualTo("copy of https://office.example/phone/app");
            List<String> kept = JSON.convertValue(
                    seen.get("kept").get(0).get(1),
                    JSON.getTypeFactory().constructCollectionType(List.class, String.class));
            assertThat(seen.get("kept")).hasSize(1);
            assertThat(kept)
                    .containsExactlyInAnyOrderElementsOf(WorkerShell.files().stream()
                            .map(file -> "https://office.example/phone/" + file)
                            .toList());
        }
    }
}
