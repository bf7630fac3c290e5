package dev.clave.channel.smpp;

import dev.clave.spi.SendId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSmResp;
import org.jsmpp.extra.PendingResponse;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one submit_sm that was written. It is awaited here and not in jsmpp, whose own wait does not end when the
 * connection does, and ends without an answer when a thread is woken by chance.
 */
final class Answer extends PendingResponse<Command> {
    private final SendId id;
    private final CompletableFuture<Command> given = new CompletableFuture<>();

    Answer(SendId id) {
        super(0);
        this.id = id;
    }

    SendId id() {
        return id;
    }

    @Override
    public void done(Command response) {
        given.complete(response);
    }

    @Override
    public void doneWithInvalidResponse(InvalidResponseException invalid) {
        given.completeExceptionally(invalid);
    }

    /** Whether it is that this bind is none any more. */
    boolean saysUnbound() {
        return given.isDone()
                && !given.isCompletedExceptionally()
                && given.join().getCommandStatus() == SMPPConstant.STAT_ESME_RINVBNDSTS;
    }

    /** The message id that the SMSC gave; empty if it gave none that can be read. */
    Optional<String> await(Deadline deadline) throws Undelivered {
        try {
            return messageId(given.get(deadline.left(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            throw Undelivered.unconfirmed("the SMSC did not answer in time");
        } catch (ExecutionException invalid) {
            throw meaning(invalid.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Undelivered.unconfirmed("the wait for the answer was interrupted");
        }
    }

    private static Optional<String> messageId(Command response) throws Undelivered {
        if (!(response instanceof SubmitSmResp taken)) {
            throw Undelivered.unconfirmed("the SMSC answered with another kind of answer");
        }
        if (taken.getCommandStatus() != SMPPConstant.STAT_ESME_ROK) {
            throw Status.refusal(taken.getCommandStatus());
        }
        return MessageIds.readable(taken.getMessageId());
    }

    /** A generic_nack says that the PDU was not understood, with a status of its own. */
    private static Undelivered meaning(@Nullable Throwable invalid) {
        return invalid instanceof GenericNackResponseException nack && nack.getCommandStatus() != 0
                ? Status.refusal(nack.getCommandStatus())
                : Undelivered.unconfirmed("the connection broke before the answer");
    }
}
