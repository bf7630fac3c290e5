package dev.clave.example.console;

import dev.clave.PinSent;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeDevice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page that waits for the PIN: the notice, the locked code, and the phone beside them. */
final class PinPage implements Page {
    private static final int LEFT = Frame.WIDTH + 2;

    private final Speech speech;
    private final Office office;
    private final Login login;
    private volatile PinSent sent;

    PinPage(Speech speech, Office office, Login login, PinSent sent) {
        this.speech = speech;
        this.office = office;
        this.login = login;
        this.sent = sent;
    }

    void show(PinSent newer) {
        sent = newer;
    }

    /** The app that shows the PIN; empty when it went by SMS. */
    Optional<FakeDevice> app() {
        return sent.route().route() == Route.APP ? office.appOf(login.person()) : Optional.empty();
    }

    @Override
    public List<String> lines() {
        List<String> page = new ArrayList<>(Layout.wrap(speech.sentence(sent), Layout.WIDTH - LEFT));
        page.add("");
        page.add(speech.text("pin.code", Map.of("code", sent.code())));
        page.add("");
        page.addAll(choices());
        return Layout.beside(drawing(), LEFT, page);
    }

    private List<String> choices() {
        List<String> choices = new ArrayList<>();
        choices.add("1  " + another());
        choices.add("2  " + speech.text("pin.copy"));
        if (login.errand() instanceof Errand.Sign) {
            choices.add("3  " + speech.text("pin.other"));
        }
        if (app().isPresent()) {
            choices.add("5  " + speech.text("pin.notme"));
        }
        choices.add("9  " + speech.text("pin.over"));
        choices.add("0  " + speech.text("pin.quit"));
        return choices;
    }

    private List<String> drawing() {
        return app().map(new App(speech)::draw)
                .orElseGet(
                        () -> new Phone(speech, office.clock()).draw(office.phoneOf(login.person()), sent.expiresAt()));
    }

    private String another() {
        if (sent.againAt().isEmpty()) {
            return speech.text("pin.again.never");
        }
        Duration wait = sent.againAt().map(office.clock()::until).orElse(Duration.ZERO);
        String what = speech.text(app().isPresent() ? "pin.sms" : "pin.again");
        return wait.isZero() ? what : speech.text("pin.wait", Map.of("what", what, "wait", Speech.countdown(wait)));
    }
}
