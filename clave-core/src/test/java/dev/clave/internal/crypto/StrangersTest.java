package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.clave.LoginHandle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class StrangersTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(KeyVault.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
    }

    @Test
    @DisplayName("K02 a handle under a key that is gone is told in the log by the key's name, more and more rarely")
    void tellsTheName() {
        Strangers strangers = new Strangers();
        for (int i = 0; i < 1_000; i++) {
            strangers.meet("2026-05");
        }
        assertThat(log.list)
                .hasSize(10)
                .allMatch(event -> event.getFormattedMessage().contains("key 2026-05, which"));
    }

    @Test
    @DisplayName("K02 a name that no key can have never gets so far")
    void onlyNames() {
        RotatingRing ring = RotatingRing.fresh();
        HandleBox box = new HandleBox(new KeyVault(ring), "");
        String token =
                box.sealer().seal(Contents.toIdentify(1), Contents.nonce(1)).revealToken();
        ring.retire("first");
        assertThat(box.open(LoginHandle.of(token))).isEmpty();
        assertThat(box.open(LoginHandle.of("AQVmaXJz\ndAAAAAAAAAAB"))).isEmpty();
        assertThat(log.list).hasSize(1);
    }
}
