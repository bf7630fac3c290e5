package dev.clave.store.redis;

import java.util.Optional;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * One connection to one primary, for one write. What it sends it sends once: no executor of the driver's is asked, for
 * those repeat what failed.
 */
final class Node implements AutoCloseable {
    private final Pipeline pipeline;
    private final Replicas replicas;

    Node(Pipeline pipeline, Replicas replicas) {
        this.pipeline = pipeline;
        this.replicas = replicas;
    }

    /**
     * Sends a write, with the WAIT for it on the same connection and in the same flush.
     *
     * @return what the script answered
     * @throws JedisDataException if the server refused: nothing was written
     * @throws RedisStoreException if the result is unknown, or not on enough replicas
     */
    long send(CommandArguments write) {
        Response<Long> answer;
        Optional<Response<Long>> copies;
        try {
            answer = pipeline.appendCommand(new CommandObject<>(write, BuilderFactory.LONG));
            copies = replicas.any() ? Optional.of(pipeline.appendCommand(await())) : Optional.empty();
            pipeline.sync();
        } catch (RuntimeException unknown) {
            throw Failures.unconfirmed(unknown);
        }
        long told = told(answer);
        if (told == WriteScript.WRITTEN && copies.isPresent()) {
            replicas.check(copiesOf(copies.get()));
        }
        return told;
    }

    private CommandObject<Long> await() {
        CommandArguments wait = new CommandArguments(Command.WAIT)
                .add(replicas.count())
                .add(replicas.timeout().toMillis());
        return new CommandObject<>(wait, BuilderFactory.LONG);
    }

    private static long told(Response<Long> answer) {
        try {
            return answer.get();
        } catch (JedisDataException refused) {
            throw refused;
        } catch (RuntimeException unknown) {
            throw Failures.unconfirmed(unknown);
        }
    }

    private static long copiesOf(Response<Long> copies) {
        try {
            return copies.get();
        } catch (RuntimeException unknown) {
            throw Failures.unconfirmed(unknown);
        }
    }

    /** Gives the connection back. It reads what is left to be read, and on a broken connection says so again. */
    @Override
    public void close() {
        try {
            pipeline.close();
        } catch (RuntimeException known) {
            // It is broken, and whoever used it was told so.
        }
    }
}
