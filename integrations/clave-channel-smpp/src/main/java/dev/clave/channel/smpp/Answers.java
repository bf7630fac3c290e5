package dev.clave.channel.smpp;

import dev.clave.spi.SendId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jsmpp.InvalidResponseException;

/** What was asked on one bind and is not answered yet, by sequence number: as many as the window has, at the most. */
final class Answers {
    private final Map<Integer, Answer> awaited = new ConcurrentHashMap<>();

    Answer expect(int sequence, SendId id) {
        Answer answer = new Answer(id);
        awaited.put(sequence, answer);
        return answer;
    }

    Optional<Answer> find(int sequence) {
        return Optional.ofNullable(awaited.get(sequence));
    }

    Optional<Answer> remove(int sequence) {
        return Optional.ofNullable(awaited.remove(sequence));
    }

    /** None of them will come any more. */
    void giveUp() {
        awaited.values()
                .forEach(answer -> answer.doneWithInvalidResponse(new InvalidResponseException("connection closed")));
    }

    int count() {
        return awaited.size();
    }
}
