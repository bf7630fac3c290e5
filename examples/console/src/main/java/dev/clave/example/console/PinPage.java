package dev.clave.example.console;

import dev.clave.PinSent;
import dev.clave.testkit.FakePhone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The page that waits for the PIN: the notice, the locked code, and the phone beside them. */
final class PinPage implements Page {
    private static final int LEFT = Phone.WIDTH + 2;

    private final Speech speech;
    private final DemoClock clock;
    private final FakePhone phone;
    private final boolean signing;
    private volatile PinSent sent;

    PinPage(Speech speech, Office office, Login login, PinSent sent) {
        this.speech = speech;
        this.clock = office.clock();
        this.phone = office.phoneOf(login.person());
        this.signing = login.toSign().isPresent();
        this.sent = sent;
    }

    void show(PinSent newer) {
        sent = newer;
    }

    @Override
    public List<String> lines() {
        List<String> page = new ArrayList<>(Layout.wrap(speech.sentence(sent), Layout.WIDTH - LEFT));
        page.add("");
        page.add(speech.text("pin.code", Map.of("code", sent.code())));
        page.add("");
        page.add("1  " + again());
        page.add("2  " + speech.text("pin.copy"));
        if (signing) {
            page.add("3  " + speech.text("pin.other"));
        }
        page.add("9  " + speech.text("pin.over"));
        page.add("0  " + speech.text("pin.quit"));
        return Layout.beside(new Phone(speech, clock).draw(phone, sent.expiresAt()), LEFT, page);
    }

    private String again() {
        Duration wait = sent.againAt().map(clock::until).orElse(Duration.ZERO);
        if (sent.againAt().isEmpty()) {
            return speech.text("pin.again.never");
        }
        return wait.isZero()
                ? speech.text("pin.again")
                : speech.text("pin.again.wait", Map.of("wait", Speech.countdown(wait)));
    }
}
