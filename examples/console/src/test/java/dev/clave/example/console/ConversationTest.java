package dev.clave.example.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.AuditEvent;
import dev.clave.spi.Language;
import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.FakePeople;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Visitors who look at their phone before they answer. */
class ConversationTest {
    private final DemoClock clock = new DemoClock(() -> Instant.parse("2026-05-04T08:00:00Z"));
    private final Office office = new Office(clock);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Speech speech = new Speech(new Screen(out, StandardCharsets.UTF_8), clock, Language.EN);
    private final List<String> pins = new ArrayList<>();

    @Test
    void the_PIN_is_typed_as_it_stands_on_the_phone() {
        play(List.of(typed("99999018D"), typed("15-03-2031"), typed("1"), this::pin));
        assertThat(audited()).endsWith("AccessGranted");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("PIN " + pins.get(0) + " para acceder");
    }

    @Test
    void the_PIN_before_is_dead() {
        play(List.of(
                typed("99999018D"),
                typed("15-03-2031"),
                typed("1"),
                this::noted,
                typed("+1m"),
                typed("1"),
                this::noted,
                () -> pins.get(0)));
        assertThat(audited()).endsWith("WrongPinGiven", "LoginCancelled");
        assertThat(pins).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void a_PIN_for_a_text_signs_that_text() {
        play(List.of(typed("2"), typed("My text"), typed("99999018D"), typed("15-03-2031"), typed("1"), this::pin));
        assertThat(office.auditedSince(0))
                .last()
                .isInstanceOfSatisfying(
                        AuditEvent.AccessGranted.class,
                        granted -> assertThat(granted.purpose()).isEqualTo(AuditEvent.PurposeKind.SIGNATURE));
    }

    @Test
    void the_PIN_is_typed_as_it_stands_in_the_app() {
        play(List.of(
                typed("4"),
                typed("99999018D"),
                typed("15-03-2031"),
                typed("1"),
                this::pin,
                typed("+1m"),
                typed("99999018D"),
                typed("15-03-2031"),
                typed("1"),
                this::pinInApp));
        assertThat(audited()).endsWith("DeviceActivated", "LoginOpened", "PinMade", "AccessGranted");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("PIN: " + pins.get(1));
    }

    @Test
    void the_page_of_the_app_keeps_its_number_of_lines() {
        List<Integer> heights = new ArrayList<>();
        Queue<String> left = new ArrayDeque<>(Pipe.lines("the app too late"));
        Answers visitor = (page, question) -> {
            if (office.appOf(FakePeople.BREIXO.number()).isPresent() && question.startsWith("PIN")) {
                heights.add(page.lines().size());
                clock.putForward(Duration.ofMinutes(10));
                heights.add(page.lines().size());
                return Optional.empty();
            }
            return Optional.ofNullable(left.poll());
        };
        new Conversation(office, speech, visitor, () -> {}).play();
        assertThat(heights).hasSize(2);
        assertThat(heights.get(1)).isEqualTo(heights.get(0));
    }

    private void play(List<Supplier<String>> answers) {
        Queue<Supplier<String>> left = new ArrayDeque<>(answers);
        Answers visitor = (page, question) -> {
            speech.screen().ask(page.lines(), question);
            return Optional.ofNullable(left.poll()).map(Supplier::get);
        };
        new Conversation(office, speech, visitor, () -> {}).play();
    }

    private static Supplier<String> typed(String answer) {
        return () -> answer;
    }

    /** Looks at the phone, and asks for the page again. */
    private String noted() {
        pin();
        return "";
    }

    private String pin() {
        String pin = office.phoneOf(FakePeople.ANA.number()).lastPin();
        pins.add(pin);
        return pin;
    }

    private String pinInApp() {
        String pin = office.appOf(FakePeople.ANA.number())
                .flatMap(FakeDevice::poll)
                .orElseThrow()
                .revealPin();
        pins.add(pin);
        return pin;
    }

    private List<String> audited() {
        return office.auditedSince(0).stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }
}
