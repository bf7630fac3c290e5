package dev.clave.benchmarks.logins;

import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.security.authentication.ott.DefaultOneTimeToken;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.InMemoryOneTimeTokenService;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;

/** Spring Security's one-time tokens in memory, of which some have been generated and wait. This service starts no thread. */
@State(Scope.Benchmark)
public class SpringTokens {
    private static final Duration LIFE = Duration.ofMinutes(30);

    /** How many tokens wait. */
    @Param({"0", "1000", "1000000"})
    public int live;

    private final InMemoryOneTimeTokenService service = new InMemoryOneTimeTokenService();
    private Map<String, OneTimeToken> tokens = Map.of();

    /** Puts the waiting tokens where the service keeps them: it looks at all of them whenever it generates one, which takes hours for a million. */
    @Setup(Level.Trial)
    @SuppressWarnings("unchecked")
    public void fill() throws ReflectiveOperationException {
        Field field = InMemoryOneTimeTokenService.class.getDeclaredField("oneTimeTokenByToken");
        field.setAccessible(true);
        tokens = (Map<String, OneTimeToken>) field.get(service);
        Instant end = Instant.now().plus(LIFE);
        for (int i = 0; i < live; i++) {
            String token = UUID.randomUUID().toString();
            tokens.put(token, new DefaultOneTimeToken(token, "citizen-" + i, end));
        }
    }

    /** As many wait as before, or it was another benchmark. */
    @TearDown(Level.Trial)
    public void check() {
        if (tokens.size() != live) {
            throw new IllegalStateException("there are " + tokens.size() + " tokens, not " + live);
        }
    }

    private OneTimeToken generated() {
        return service.generate(new GenerateOneTimeTokenRequest("citizen", LIFE));
    }

    /** The first step alone: what is generated is taken out of the map again, or the map would grow without end. */
    OneTimeToken generate() {
        return Objects.requireNonNull(tokens.remove(generated().getTokenValue()), "no token was generated");
    }

    OneTimeToken generateAndConsume() {
        return Objects.requireNonNull(
                service.consume(new OneTimeTokenAuthenticationToken(generated().getTokenValue())),
                "the token was not consumed");
    }
}
