package dev.clave.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** A key that was put into the wrong property is not printed. */
@ExtendWith(OutputCaptureExtension.class)
class KeyAttackTest {
    private static final String KEY = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clave.keys",
                "clave.keys.current",
                "clave.keys.ring",
                "clave.keys.ring[0]",
                "clave.keys.subject.x",
                "clave.keys.ring.2026-11.x",
                "clave.key",
                "clave",
                "clave.keys.ring.KEY",
            })
    void a_key_in_the_wrong_place(String property, CapturedOutput output) {
        String p = property.endsWith(".KEY") ? "clave.keys.ring." + KEY.replace("=", "") : property;
        StringWriter trace = new StringWriter();
        try {
            new SpringApplicationBuilder(App.class)
                    .web(WebApplicationType.NONE)
                    .run("--spring.main.banner-mode=off", "--" + p + "=" + KEY)
                    .close();
        } catch (RuntimeException failed) {
            failed.printStackTrace(new PrintWriter(trace));
        }
        assertThat(output.getAll().replace("=\n", "\n") + trace).doesNotContain(KEY.substring(0, 30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://:TOPSECRET99@host:bad/0",
                "TOPSECRET99@host",
                "redis://u:TOPSECRET99@[::1",
                "rediss://TOPSECRET99@/x?y=z"
            })
    void a_redis_password_is_not_printed(String url, CapturedOutput output) {
        StringWriter trace = new StringWriter();
        try {
            new SpringApplicationBuilder(App.class)
                    .web(WebApplicationType.NONE)
                    .run(
                            "--spring.main.banner-mode=off",
                            "--clave.store.type=redis",
                            "--clave.store.redis.url=" + url,
                            "--spring.profiles.active=dev")
                    .close();
        } catch (RuntimeException failed) {
            failed.printStackTrace(new PrintWriter(trace));
        }
        assertThat(output.getAll() + trace).doesNotContain("TOPSECRET99");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {}
}
