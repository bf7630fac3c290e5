package dev.clave.example.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

/** The demo, which shows every PIN, is for who sits before the machine. */
class LoopbackTest {

    @Test
    void the_demo_does_not_start_where_others_could_reach_it() {
        assertThatThrownBy(() -> new SpringApplication(EOffice.class)
                        .run("--spring.profiles.active=demo", "--server.port=0", "--server.address=0.0.0.0"))
                .hasStackTraceContaining("it runs on a loopback address alone");
    }

    @Test
    void without_a_profile_it_asks_for_what_an_office_has_to_bring() {
        assertThatThrownBy(() -> new SpringApplication(EOffice.class).run("--server.port=0"))
                .satisfies(failure -> assertThat(failure).hasStackTraceContaining("PersonRegistry"));
    }
}
