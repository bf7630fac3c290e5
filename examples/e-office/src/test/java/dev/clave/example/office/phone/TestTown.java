package dev.clave.example.office.phone;

import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.SteppingStore;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A clock that tests move, and a store that they break. */
@TestConfiguration(proxyBeanMethods = false)
class TestTown {

    @Bean
    FakeClock clock() {
        return new FakeClock();
    }

    @Bean
    SteppingStore store() {
        return new SteppingStore();
    }

    @Bean
    FakeKeyRing keys() {
        return FakeKeyRing.fixed();
    }
}
