package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.ClaveUnavailableException;
import dev.clave.LoginHandle;
import dev.clave.Purpose;
import dev.clave.Socket;
import dev.clave.spi.Language;
import dev.clave.spi.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HandleBoxTest {
    private static final String FIXTURE =
            "AQVmaXJzdAAAAAAAAAABAAAABw8xKdLzIR8hvYzvOjmXmwFVKtfOlK_obZcEPJD3FD66IqLC7SnPzaytkQ3jglW4"
                    + "LDTyeSN2Pm0wvUSlyAFYS2J2emlyEQD-RJuILHNns3IZDJJBUStJnAU7wQdAz-YeYyjXpDpMhRhnmXKPBormB4Ni"
                    + "-sxFJ-jsvkEXva3qk-DHycURrdRZkNJu7Iw6BN0YsNx7POqzQUUw8PIYgE0o7kAjjrCTdg";

    private final RotatingRing ring = RotatingRing.fresh();
    private final KeyVault vault = new KeyVault(ring);
    private final HandleBox box = new HandleBox(vault, "sede");

    @Test
    @DisplayName("what was sealed is what is opened")
    void roundTrip() {
        assertThat(box.open(box.sealer().seal(Contents.toIdentify(1), Contents.nonce(1))))
                .contains(Contents.toIdentify(1));
        assertThat(box.open(box.sealer().seal(Contents.toSign(2), Contents.nonce(2))))
                .contains(Contents.toSign(2));
    }

    @Test
    @DisplayName("a handle of format 1 stays byte for byte as it was")
    void fixture() {
        assertThat(box.sealer().seal(Contents.toSign(1), Contents.nonce(1)).revealToken())
                .isEqualTo(FIXTURE);
        assertThat(box.open(LoginHandle.of(FIXTURE))).contains(Contents.toSign(1));
    }

    @Test
    @DisplayName("K01 after a rotation all living handles open, and new ones are sealed under the new key")
    void rotation() {
        List<LoginHandle> living = LongStream.range(0, 1_000)
                .mapToObj(i -> box.sealer().seal(Contents.toIdentify(i), Contents.nonce(i)))
                .toList();
        ring.makeCurrent(RotatingRing.key("second", 3));

        LoginHandle young = box.sealer().seal(Contents.toIdentify(5), Contents.nonce(1_000));
        assertThat(keyId(young)).isEqualTo("second");
        assertThat(keyId(living.get(0))).isEqualTo("first");
        assertThat(box.open(young)).contains(Contents.toIdentify(5));
        for (int i = 0; i < living.size(); i++) {
            assertThat(box.open(living.get(i))).contains(Contents.toIdentify(i));
        }
    }

    @Test
    @DisplayName("K02 a handle of a retired key is garbage")
    void retired() {
        LoginHandle handle = box.sealer().seal(Contents.toIdentify(1), Contents.nonce(1));
        ring.makeCurrent(RotatingRing.key("second", 3));
        ring.retire("first");

        assertThat(box.open(handle)).isEmpty();
        assertThat(vault.size()).isZero();
    }

    @Test
    @DisplayName("a handle of another key of the same name is garbage")
    void sameNameOtherKey() {
        LoginHandle handle = box.sealer().seal(Contents.toIdentify(1), Contents.nonce(1));
        ring.makeCurrent(RotatingRing.key("first", 99));

        assertThat(box.open(handle)).isEmpty();
    }

    @Test
    @DisplayName("another tenant's handle is garbage")
    void otherTenant() {
        LoginHandle handle = box.sealer().seal(Contents.toIdentify(1), Contents.nonce(1));

        assertThat(new HandleBox(vault, "sede2").open(handle)).isEmpty();
        assertThat(new HandleBox(vault, "").open(handle)).isEmpty();
        assertThat(new HandleBox(vault, "sede").open(handle)).isPresent();
    }

    @Test
    @DisplayName("two keys of the same material do not open each other's handles: the name is authenticated")
    void keyIdIsAuthenticated() {
        ring.know(RotatingRing.key("other", 2));
        byte[] token = bytes(box.sealer().seal(Contents.toIdentify(1), Contents.nonce(1)));
        System.arraycopy("other".getBytes(StandardCharsets.US_ASCII), 0, token, 2, 5);

        assertThat(box.open(handle(token))).isEmpty();
    }

    @Test
    @DisplayName("any bit changed anywhere makes it garbage")
    void tampered() {
        byte[] token = bytes(box.sealer().seal(Contents.toSign(1), Contents.nonce(1)));
        for (int bit = 0; bit < 8 * token.length; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(box.open(handle(changed))).as("bit %d", bit).isEmpty();
        }
        assertThat(box.open(handle(token))).isPresent();
    }

    @Test
    @DisplayName("any letter changed anywhere, in the last one too, makes it garbage")
    void everyLetter() {
        for (String id : List.of("k", "ke", "key")) {
            ring.makeCurrent(RotatingRing.key(id, 3));
            String token = box.sealer()
                    .seal(Contents.toIdentify(1), Contents.nonce(id.length()))
                    .revealToken();
            int last = token.length() - 1;
            assertThat("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ .\n"
                            .chars()
                            .filter(letter -> letter != token.charAt(last))
                            .mapToObj(letter -> token.substring(0, last) + (char) letter)
                            .filter(text -> box.open(LoginHandle.of(text)).isPresent()))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("cut short, made longer or dressed otherwise it is garbage")
    void otherLengths() {
        String text =
                box.sealer().seal(Contents.toIdentify(1), Contents.nonce(1)).revealToken();
        byte[] token = Base64.getUrlDecoder().decode(text);
        for (int length = 0; length < token.length; length++) {
            assertThat(box.open(handle(Arrays.copyOf(token, length)))).isEmpty();
        }
        assertThat(box.open(handle(Arrays.copyOf(token, token.length + 1)))).isEmpty();
        for (String dressed : List.of(text + "=", text + "==", " " + text, text + "\n", text + text)) {
            assertThat(box.open(LoginHandle.of(dressed))).isEmpty();
        }
    }

    @Test
    @DisplayName("whatever the browser sends, nothing is thrown")
    void garbage() {
        assertThat(box.open(LoginHandle.of(null))).isEmpty();
        for (String text : List.of("", "A", "AQ", "Ñ", "%00", "AQVmaXJzdA", "A".repeat(1_024), "A".repeat(1_000_000))) {
            assertThat(box.open(LoginHandle.of(text))).isEmpty();
        }
    }

    @Test
    @DisplayName("a new subject key voids every handle")
    void newSubjectKey() {
        LoginHandle handle = box.sealer().seal(Contents.toIdentify(1), Contents.nonce(1));
        ring.replaceSubject(RotatingRing.key("subject", 9));
        assertThat(box.open(handle)).isEmpty();
    }

    @Test
    @DisplayName("the ring is not asked for names that no key has")
    void strangeKeyNames() {
        List<String> asked = new ArrayList<>();
        HandleBox listening = new HandleBox(
                new KeyVault(new ScriptedRing(ring::subject, id -> {
                    asked.add(id);
                    return ring.find(id);
                })),
                "sede");
        byte[] token = bytes(box.sealer().seal(Contents.toIdentify(1), Contents.nonce(1)));
        byte[] strange = token.clone();
        strange[3] = ' ';

        assertThat(listening.open(handle(strange))).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(listening.open(handle(token))).isPresent();
        assertThat(asked).contains("first");
    }

    @Test
    @DisplayName("number, summary, entry key, subject and secret are not to be found in it")
    void nothingInClear() {
        HandleContent content = Contents.toSign(1);
        byte[] token = bytes(box.sealer().seal(content, Contents.nonce(1)));
        String found = new String(token, StandardCharsets.ISO_8859_1);

        assertThat(found).contains("first").doesNotContain("99999018", Contents.SUMMARY, "0123456789", "autonomo");
        for (byte[] hidden : List.of(
                content.entry().bytes(),
                content.login().bytes(),
                ((Purpose.Signature) content.purpose()).digest().bytes())) {
            assertThat(found).doesNotContain(new String(hidden, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    @DisplayName("the same content under two nonces gives two handles that share nothing but the name of the key")
    void nonces() {
        byte[] one = bytes(box.sealer().seal(Contents.toIdentify(1), Contents.nonce(1)));
        byte[] two = bytes(box.sealer().seal(Contents.toIdentify(1), Contents.nonce(2)));
        int sealed = 2 + "first".length() + HandleBox.NONCE_BYTES;

        assertThat(one).isNotEqualTo(two);
        assertThat(IntStream.range(sealed, one.length)
                        .filter(i -> one[i] == two[i])
                        .count())
                .isLessThan(one.length / 10);
    }

    @Test
    @DisplayName("a nonce that comes twice in a row is the random generator's failure, and the box goes on")
    void repeatedNonce() {
        box.sealer().seal(Contents.toIdentify(1), Contents.nonce(1));

        assertThatThrownBy(() -> box.sealer().seal(Contents.toIdentify(2), Contents.nonce(1)))
                .isInstanceOfSatisfying(
                        ClaveUnavailableException.class,
                        failure -> assertThat(failure.socket()).isEqualTo(Socket.RANDOM));
        assertThat(box.open(box.sealer().seal(Contents.toIdentify(3), Contents.nonce(3))))
                .isPresent();
    }

    @Test
    @DisplayName("a nonce has 12 bytes")
    void nonceLength() {
        assertThatThrownBy(() -> box.sealer().seal(Contents.toIdentify(1), new byte[11]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> box.sealer().seal(Contents.toIdentify(1), new byte[16]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("the largest signature, under the longest name of a key, takes half of what a handle may have")
    void largest() {
        ring.makeCurrent(RotatingRing.key("k".repeat(32), 3));
        HandleContent content = Contents.content(
                1, Level.ADVANCED, Optional.of(Language.CA_VALENCIA), Purpose.signature("ñ".repeat(40), "text"));

        LoginHandle handle = box.sealer().seal(content, Contents.nonce(1));

        assertThat(handle.revealToken())
                .hasSizeLessThanOrEqualTo(HandleBox.LONGEST / 2)
                .matches("[A-Za-z0-9_-]+");
        assertThat(box.open(handle)).contains(content);
    }

    @Test
    @DisplayName("16 threads seal and open at a time, and each gets its own")
    void manyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Boolean>> work = IntStream.range(0, 16)
                    .<Callable<Boolean>>mapToObj(thread -> () -> LongStream.range(0, 200)
                            .map(i -> thread * 1_000L + i)
                            .allMatch(this::comesBack))
                    .toList();
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean comesBack(long seed) {
        HandleContent content = seed % 2 == 0 ? Contents.toIdentify(seed) : Contents.toSign(seed);
        LoginHandle handle = box.sealer().seal(content, Contents.nonce(seed));
        byte[] tampered = bytes(handle);
        tampered[tampered.length - 1] ^= 1;
        return box.open(handle(tampered)).isEmpty()
                && box.open(handle).filter(content::equals).isPresent();
    }

    private static byte[] bytes(LoginHandle handle) {
        return Base64.getUrlDecoder().decode(handle.revealToken());
    }

    private static LoginHandle handle(byte[] token) {
        return LoginHandle.of(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    private static String keyId(LoginHandle handle) {
        byte[] token = bytes(handle);
        return new String(token, 2, token[1], StandardCharsets.US_ASCII);
    }
}
