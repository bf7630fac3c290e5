package dev.clave.channel.smpp;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** What is logged meanwhile: by this channel, or by everybody and in every detail. */
final class Logged implements AutoCloseable {
    private final Logger logger;
    private final Level before;
    private final List<Logger> others;
    private final List<Level> levels;
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    private Logged(Logger logger, Level level, List<Logger> others) {
        this.logger = logger;
        this.before = logger.getLevel();
        this.others = others;
        this.levels = others.stream().map(Logger::getLevel).toList();
        events.start();
        logger.setLevel(level);
        others.forEach(each -> {
            each.setLevel(level);
            each.addAppender(events);
        });
        logger.addAppender(events);
    }

    /** By this channel. */
    static Logged channel() {
        Logger logger = (Logger) LoggerFactory.getLogger(SmppChannel.class);
        return new Logged(logger, Level.DEBUG, List.of());
    }

    /** By jsmpp and by this channel, in every detail. */
    static Logged everything() {
        Logger channel = (Logger) LoggerFactory.getLogger("dev.clave.channel.smpp");
        Logger jsmpp = (Logger) LoggerFactory.getLogger("org.jsmpp");
        return new Logged(channel, Level.TRACE, List.of(jsmpp));
    }

    List<String> lines() {
        return List.copyOf(events.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    List<String> warnings() {
        return List.copyOf(events.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** Lines and what was thrown with them. */
    List<Object> all() {
        return List.copyOf(events.list).stream()
                .flatMap(event -> event.getThrowableProxy() instanceof ThrowableProxy thrown
                        ? Stream.<Object>of(event.getFormattedMessage(), thrown.getThrowable())
                        : Stream.<Object>of(event.getFormattedMessage()))
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(events);
        logger.setLevel(before);
        for (int i = 0; i < others.size(); i++) {
            others.get(i).detachAppender(events);
            others.get(i).setLevel(levels.get(i));
        }
    }
}
