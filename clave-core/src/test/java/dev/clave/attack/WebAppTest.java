package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Activated;
import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.NewDevice;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The guide's own JavaScript, in Node.js where that is installed: an app that has nothing but the Web Cryptography API. */
class WebAppTest {
    private static final FakePerson ANA = FakePeople.ANA;

    private final AppDesk app = new AppDesk();
    private Process node;
    private BufferedWriter in;
    private BufferedReader out;

    @BeforeEach
    void start() throws URISyntaxException {
        Path script = Path.of(Objects.requireNonNull(AppDesk.class.getResource("/dev/clave/app/drive.mjs"))
                .toURI());
        try {
            node = new ProcessBuilder("node", script.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException absent) {
            System.err.println("The guide's JavaScript was not run: there is no node on the PATH.");
            Assumptions.abort("there is no node on the PATH");
        }
        in = node.outputWriter(StandardCharsets.UTF_8);
        out = node.inputReader(StandardCharsets.UTF_8);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (node != null) {
            node.destroy();
            node.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private String told() throws IOException {
        return Objects.requireNonNull(out.readLine(), "the script has ended");
    }

    private String tell(String command) throws IOException {
        in.write(command);
        in.newLine();
        in.flush();
        return told();
    }

    /** The value of a field of text, without escapes. */
    private static String field(String json, String name) {
        int from = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return json.substring(from, json.indexOf('"', from));
    }

    private static String quoted(String json) {
        return json.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private String activated(NewDevice device) {
        LoginHandle login = app.desk.open(Desk.request(ANA).toActivate(device));
        app.desk.obtain(login);
        Activated activated = (Activated) app.clave.devices().activate(login, app.desk.pinOf(ANA), device);
        app.desk.later(Duration.ofSeconds(60));
        return activated.token().revealToken();
    }

    private String ask(String token, String ask, String about) throws IOException {
        String body = tell("{\"command\":\"request\",\"token\":\"" + token + "\",\"ask\":\"" + ask + "\",\"time\":"
                + app.desk.clock.millis() + ",\"about\":" + about + "}");
        String request =
                body.substring("{\"body\":\"".length(), body.length() - 2).replace("\\\"", "\"");
        byte[] answer = app.clave.devices().answer(request.getBytes(StandardCharsets.UTF_8));
        return new String(answer, StandardCharsets.UTF_8);
    }

    private String opened(String answer) throws IOException {
        return tell("{\"command\":\"open\",\"answer\":\"" + quoted(answer) + "\"}");
    }

    @Test
    @DisplayName("a web app is activated, polls, opens the PIN, and says that it was not me")
    void webApp() throws IOException {
        String keys = told();
        NewDevice device = NewDevice.of(field(keys, "sealingKey"), field(keys, "signingKey"), "Firefox", null);
        String token = activated(device);
        assertThat(opened(ask(token, "poll", "{}"))).isEqualTo("{\"opened\":null}");

        LoginHandle login = app.desk.open(Desk.request(ANA).toSign("Alta de \"autonomo\"", "the text"));
        String code = app.desk.obtain(login).code();
        String answer = ask(token, "poll", "{}");
        String shown = opened(answer);
        assertThat(shown)
                .contains("\"organisation\":\"Demo\"", "\"purpose\":\"SIGNATURE\"", "\"code\":\"" + code + "\"")
                .contains("\"generation\":1", "\"summary\":\"Alta de \\\"autonomo\\\"\"");
        assertThat(app.clave.verify(login, field(shown, "pin"), "the text")).isInstanceOf(Granted.class);

        app.desk.later(Duration.ofSeconds(60));
        app.openByApp(ANA);
        String name = field(ask(token, "poll", "{}"), "login");
        String about = "{\"login\":\"" + name + "\",\"generation\":1}";
        assertThat(ask(token, "not-me", about)).contains("\"done\":true");
        assertThat(opened(ask(token, "poll", "{}"))).isEqualTo("{\"opened\":null}");
        assertThat(ask(token, "deactivate", "{}")).contains("\"done\":true");
        assertThat(app.clave.counts()).containsAllEntriesOf(Map.of("answer.DONE", 2L, "answer.SHOWN", 2L));
    }
}
