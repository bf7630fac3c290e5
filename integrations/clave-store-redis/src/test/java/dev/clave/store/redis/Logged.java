package dev.clave.store.redis;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the store logs meanwhile. */
final class Logged implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger(RedisPinStore.class);
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    Logged() {
        events.start();
        logger.addAppender(events);
    }

    List<String> warnings() {
        return List.copyOf(events.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(events);
    }
}
