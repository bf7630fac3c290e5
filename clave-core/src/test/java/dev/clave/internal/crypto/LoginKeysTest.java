package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoginKeysTest {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    @Test
    @DisplayName("warns once when a key has sealed more than 2^30 handles, with its name alone")
    void warnsOnce() {
        LoginKeys keys = LoginKeys.usedBefore(RotatingRing.key("worn", 1), (1L << 30) - 1);
        keys.countHandle();
        assertThat(log.list).isEmpty();

        keys.countHandle();
        keys.countHandle();

        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage()).contains("worn").contains("2^30");
        });
    }

    @Test
    @DisplayName("says nothing of a new key")
    void quiet() {
        LoginKeys keys = LoginKeys.of(RotatingRing.key("new", 1));
        for (int i = 0; i < 1_000; i++) {
            keys.countHandle();
        }

        assertThat(log.list).isEmpty();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(KeyVault.class);
    }
}
