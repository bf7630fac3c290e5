package dev.clave.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.clave.Clave;
import dev.clave.spi.Route;
import dev.clave.store.tests.GuideSamples;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

/** What the guide shows is so. */
class GuideTest {
    @Test
    void samples_are_compiled() throws IOException {
        assertThat(GuideSamples.check()).containsExactly("SetUp");
    }

    @Test
    void the_tables_of_the_guide_are_those_that_are_made() throws IOException {
        String guide = Files.readString(Path.of("README.md"));
        for (String engine : new String[] {"postgresql", "mariadb"}) {
            try (InputStream script = Objects.requireNonNull(JdbcPinStore.class.getResourceAsStream(engine + ".sql"))) {
                assertThat(guide)
                        .contains("```sql\n" + new String(script.readAllBytes(), StandardCharsets.UTF_8) + "```");
            }
        }
    }

    @Test
    void the_set_up_works() {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        try (HikariDataSource pool = Engine.H2.pool("")) {
            Clave clave = SetUp.setUp(
                    pool,
                    Clave.builder()
                            .registry(FakeRegistry.withEverybody())
                            .channel(Route.SMS, new FakeSmsGateway())
                            .audit(new RecordingAudit())
                            .keys(FakeKeyRing.random()),
                    scheduler);
            assertThat(clave.identify(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast()))
                    .isInstanceOf(dev.clave.Identified.class);
            SetUp.forget(JdbcPinStore.over(pool));
        } finally {
            scheduler.shutdownNow();
        }
    }
}
