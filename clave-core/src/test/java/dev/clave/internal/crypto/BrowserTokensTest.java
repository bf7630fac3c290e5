package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.clave.BrowserToken;
import dev.clave.internal.state.LoginId;
import dev.clave.spi.EntryKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BrowserTokensTest {
    private static final long NOW = 1_924_000_000_000L;
    private static final long DAY = 86_400_000L;
    private static final EntryKey PERSON = new EntryKey(1, 2);
    private static final LoginId LOGIN = new LoginId(3, 4);

    private final RotatingRing ring = RotatingRing.fresh();
    private final KeyVault vault = new KeyVault(ring);
    private final BrowserTokens tokens = new BrowserTokens(vault, "sede");
    private final BrowserToken token = tokens.issuer().issue(PERSON, LOGIN, NOW);

    @Test
    @DisplayName("a browser is known to the person that it was granted to, and to nobody else")
    void known() {
        assertThat(tokens.knows(token, PERSON, NOW)).isTrue();
        assertThat(tokens.knows(token, new EntryKey(1, 3), NOW)).isFalse();
        assertThat(tokens.knows(token, new EntryKey(2, 2), NOW)).isFalse();
    }

    @Test
    @DisplayName("a token is good for 365 days, to the millisecond")
    void year() {
        assertThat(tokens.knows(token, PERSON, NOW + 365 * DAY - 1)).isTrue();
        assertThat(tokens.knows(token, PERSON, NOW + 365 * DAY)).isFalse();
    }

    @Test
    @DisplayName("a token from two minutes ahead is good, from further ahead it is not")
    void future() {
        assertThat(tokens.knows(token, PERSON, NOW - 120_000)).isTrue();
        assertThat(tokens.knows(token, PERSON, NOW - 120_001)).isFalse();
    }

    @Test
    @DisplayName("the rotation of the current key leaves it known; another subject key, or tenant, knows it not")
    void keys() {
        ring.makeCurrent(RotatingRing.key("second", 3));
        ring.retire("first");
        assertThat(tokens.knows(token, PERSON, NOW)).isTrue();
        assertThat(new BrowserTokens(vault, "sede2").knows(token, PERSON, NOW)).isFalse();

        ring.replaceSubject(RotatingRing.key("subject", 5));
        assertThat(tokens.knows(token, PERSON, NOW)).isFalse();
    }

    @Test
    @DisplayName("any bit changed anywhere, and any other length, makes it garbage")
    void tampered() {
        byte[] bytes = Base64.getUrlDecoder().decode(token.revealToken());
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(tokens.knows(token(changed), PERSON, NOW))
                    .as("bit %d", bit)
                    .isFalse();
        }
        for (int length = 0; length < 2 * bytes.length; length++) {
            assertThat(tokens.knows(token(Arrays.copyOf(bytes, length)), PERSON, NOW))
                    .isEqualTo(length == bytes.length);
        }
    }

    @Test
    @DisplayName("whatever the browser sends, nothing is thrown")
    void garbage() {
        assertThat(tokens.knows(BrowserToken.of(null), PERSON, NOW)).isFalse();
        for (String text : List.of("", "=", "Ñ".repeat(76), " ".repeat(76), "=".repeat(76), "A".repeat(100_000))) {
            assertThatCode(() -> assertThat(tokens.knows(BrowserToken.of(text), PERSON, NOW))
                            .isFalse())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    @DisplayName("has at most 128 characters, and another for each login and time")
    void shape() {
        assertThat(token.revealToken()).hasSize(76).matches("[A-Za-z0-9_-]+");
        assertThat(List.of(
                        token,
                        tokens.issuer().issue(PERSON, new LoginId(3, 5), NOW),
                        tokens.issuer().issue(PERSON, LOGIN, NOW + 1)))
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a token of format 1 stays byte for byte as it was: it lives a year")
    void fixture() {
        assertThat(token.revealToken())
                .isEqualTo("AQAAAAAAAAADAAAAAAAAAAQAAAG_91YoABt8km1LdaSzVxY3dyAOwm6d65ti-07Q1fjVm9T0TiJ9");
    }

    private static BrowserToken token(byte[] bytes) {
        return BrowserToken.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
