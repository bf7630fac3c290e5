package dev.clave.example.console;

import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/** A visitor who plays everything once, and explains it. The clock stands still where it is not put forward. */
final class Tour implements Answers {
    private static final Instant MONDAY_MORNING = Instant.parse("2026-05-04T08:00:00Z");
    private static final String OBTAIN = "1";
    private static final String AGAIN = "1";
    private static final String CUSTOMISE = "2";
    private static final String SIGN = "2";
    private static final String OTHER_TEXT = "3";
    private static final String ACTIVATE = "4";
    private static final String SMS = "1";

    private final Queue<Supplier<Optional<String>>> steps = new ArrayDeque<>();
    private final Office office;
    private final Speech speech;

    private Tour(Office office, Speech speech) {
        this.office = office;
        this.speech = speech;
        simple();
        customised();
        mistaken();
        late();
        signed();
        withTheApp();
        scene("tour.end");
    }

    static void play(Speech visitor) {
        DemoClock clock = new DemoClock(() -> MONDAY_MORNING);
        Office office = new Office(clock);
        Speech speech = new Speech(visitor.screen(), clock, visitor.language());
        new Conversation(office, speech, new Tour(office, speech), () -> {}).play();
    }

    private void simple() {
        scene("tour.dni");
        type(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast(), OBTAIN);
        explain("tour.pin");
        typePinOf(FakePeople.ANA);
    }

    private void customised() {
        scene("tour.permanent");
        type(FakePeople.BREIXO.typedNumber(), "01-01-9999");
        type(FakePeople.BREIXO.typedContrast(), CUSTOMISE, "LUA7");
        typePinOf(FakePeople.BREIXO);
    }

    private void mistaken() {
        scene("tour.nie");
        type(FakePeople.CAROL.typedNumber(), FakePeople.CAROL.typedContrast(), OBTAIN);
        explain("tour.wrong");
        type("AAAAAA");
        explain("tour.soon");
        type(AGAIN, "+1m", AGAIN);
        explain("tour.newer");
        typePinOf(FakePeople.CAROL);
    }

    private void late() {
        scene("tour.late");
        type(FakePeople.EDURNE.typedNumber(), FakePeople.EDURNE.typedContrast(), OBTAIN, "+10m");
        typePinOf(FakePeople.EDURNE);
        explain("tour.late.again");
        type(AGAIN);
        typePinOf(FakePeople.EDURNE);
    }

    private void signed() {
        scene("tour.sign");
        type(SIGN, "", FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast(), OBTAIN);
        explain("tour.sign.other");
        type(OTHER_TEXT);
        explain("tour.sign.same");
        typePinOf(FakePeople.ANA);
    }

    private void withTheApp() {
        scene("tour.app");
        type(ACTIVATE, FakePeople.BREIXO.typedNumber(), FakePeople.BREIXO.typedContrast(), OBTAIN);
        typePinOf(FakePeople.BREIXO);
        explain("tour.app.login");
        type("+1m", FakePeople.BREIXO.typedNumber(), FakePeople.BREIXO.typedContrast(), OBTAIN);
        explain("tour.app.sms");
        type("+1m", SMS);
        typePinOf(FakePeople.BREIXO);
    }

    @Override
    public Optional<String> next(Page page, String question) {
        while (!steps.isEmpty()) {
            Optional<String> typed = steps.remove().get();
            if (typed.isPresent()) {
                speech.screen().ask(page.lines(), question);
                speech.screen().echo(typed.get());
                return typed;
            }
        }
        return Optional.empty();
    }

    private void scene(String key) {
        steps.add(() -> {
            speech.screen().rule();
            return Optional.empty();
        });
        explain(key);
    }

    private void explain(String key) {
        steps.add(() -> {
            speech.screen().note(speech.text(key));
            return Optional.empty();
        });
    }

    private void type(String... answers) {
        for (String answer : answers) {
            steps.add(() -> Optional.of(answer));
        }
    }

    private void typePinOf(FakePerson person) {
        steps.add(() -> Optional.of(office.phoneOf(person.number()).lastPin()));
    }
}
