package dev.clave.example.office.web;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Whether browsers may send cookies without TLS: in the demo, which runs on a loopback address alone, and nowhere else. */
@Component
final class PlainCookies {
    private final boolean allowed;

    PlainCookies(Environment environment) {
        allowed = environment.acceptsProfiles(Profiles.of("demo"));
    }

    boolean allowed() {
        return allowed;
    }
}
