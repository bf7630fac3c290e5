package dev.clave.example.office.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clave.spring.security.SignableText;
import dev.clave.spring.security.SignableTexts;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The claims that people write, sign and file: each is its writer's alone, and is filed once. A real office has a table for them. */
@Component
class Claims implements SignableTexts {
    private static final int WRITERS = 10_000;
    private static final int OF_ONE_WRITER = 20;

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Map<String, Claim>> byWriter = Caffeine.newBuilder()
            .maximumSize(WRITERS)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    /**
     * A claim.
     *
     * @param id the number under which it is known
     * @param writer whose
     * @param text what it says, the number included, so that two claims with the same words are two texts
     * @param receipt the signature with which it was filed; empty: it has not been
     */
    record Claim(String id, String writer, String text, Optional<Receipt> receipt) {
        SignableText signable() {
            return new SignableText("R-" + id, text);
        }
    }

    /**
     * What is kept of a signature.
     *
     * @param digest the SHA-256 of the text, in hexadecimal digits
     * @param at when it was signed
     */
    record Receipt(String digest, Instant at) {}

    /** A new one; empty when its writer has as many as one may have, so that nobody's are pushed out. */
    Optional<Claim> write(String writer, String words) {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        Claim claim = new Claim(id, writer, "R-" + id + "\n\n" + words, Optional.empty());
        Map<String, Claim> claims = of(writer);
        synchronized (claims) {
            if (claims.size() >= OF_ONE_WRITER) {
                return Optional.empty();
            }
            claims.put(id, claim);
        }
        return Optional.of(claim);
    }

    private Map<String, Claim> of(String writer) {
        return byWriter.get(writer, name -> new ConcurrentHashMap<>());
    }

    Optional<Claim> claim(String id, Authentication reader) {
        return Optional.ofNullable(of(reader.getName()).get(id));
    }

    boolean isFiled(String id, @Nullable Authentication reader) {
        return reader != null
                && claim(id, reader)
                        .filter(claim -> claim.receipt().isPresent())
                        .isPresent();
    }

    /** Files it; a second time changes nothing. */
    void file(Claim claim, Receipt receipt) {
        of(claim.writer())
                .computeIfPresent(
                        claim.id(),
                        (id, now) -> now.receipt().isPresent()
                                ? now
                                : new Claim(id, now.writer(), now.text(), Optional.of(receipt)));
    }

    /** What has been filed is not signed again. */
    @Override
    public Optional<SignableText> find(String reference, Authentication reader) {
        return claim(reference, reader)
                .filter(claim -> claim.receipt().isEmpty())
                .map(Claim::signable);
    }
}
