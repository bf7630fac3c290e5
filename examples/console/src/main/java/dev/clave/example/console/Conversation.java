package dev.clave.example.console;

import dev.clave.ClaveUnavailableException;
import dev.clave.PinSent;
import dev.clave.spi.AuditEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One login after the other, until the visitor leaves. */
final class Conversation {
    private final Office office;
    private final Speech speech;
    private final Questions questions;
    private final Identification identification;
    private final PinRequest request;
    private final PinEntry entry;
    private final Runnable tour;

    Conversation(Office office, Speech speech, Answers answers, Runnable tour) {
        this.office = office;
        this.speech = speech;
        this.questions = new Questions(answers, speech, office.clock());
        this.identification = new Identification(office, speech, questions);
        this.request = new PinRequest(office, speech, questions);
        this.entry = new PinEntry(office, speech, questions);
        this.tour = tour;
    }

    void play() {
        while (!questions.areOver()) {
            questions.ask(this::start, "ask.number").ifPresent(this::visit);
        }
    }

    private List<String> start() {
        return List.of(
                "2  " + speech.text("start.sign"), "3  " + speech.text("start.tour"), "4  " + speech.text("start.app"));
    }

    private void visit(String typed) {
        int mark = office.audited();
        try {
            switch (typed) {
                case "2" -> identification.sign().ifPresent(this::goOn);
                case "3" -> tour.run();
                case "4" -> identification.activate().ifPresent(this::goOn);
                default -> identification.identify(typed).ifPresent(this::goOn);
            }
        } catch (ClaveUnavailableException closed) {
            speech.say("unavailable", Map.of("socket", closed.socket().name()));
        }
        tellAudit(office.auditedSince(mark));
    }

    private void goOn(Login login) {
        Optional<PinSent> sent = request.obtain(login);
        boolean ended = sent.isPresent() && entry.enter(login, sent.get());
        if (!ended) {
            speech.say(office.clave().cancel(login.handle()));
        }
    }

    private void tellAudit(List<AuditEvent> events) {
        if (!events.isEmpty()) {
            String names = events.stream()
                    .map(event -> event.getClass().getSimpleName())
                    .collect(Collectors.joining(", "));
            speech.say("audit", Map.of("events", names));
        }
    }
}
