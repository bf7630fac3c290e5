package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Origin;
import dev.clave.identity.IdentityNumber;
import dev.clave.spi.EntryKey;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
    private static final IdentityNumber OTHER = IdentityNumber.of("Z9999900B");

    private final RotatingRing ring = RotatingRing.fresh();
    private final KeyVault vault = new KeyVault(ring);
    private final Pseudonyms pseudonyms = new Pseudonyms(vault, "sede");

    @Test
    @DisplayName("a person has always the same entry and the same subject, another person others")
    void stable() {
        Pseudonyms elsewhere = new Pseudonyms(new KeyVault(RotatingRing.fresh()), "sede");

        assertThat(elsewhere.person(Contents.PERSON)).isEqualTo(pseudonyms.person(Contents.PERSON));
        assertThat(elsewhere.subject(Contents.PERSON)).isEqualTo(pseudonyms.subject(Contents.PERSON));
        assertThat(pseudonyms.person(OTHER)).isNotEqualTo(pseudonyms.person(Contents.PERSON));
        assertThat(pseudonyms.subject(OTHER)).isNotEqualTo(pseudonyms.subject(Contents.PERSON));
    }

    @Test
    @DisplayName("stays as it was: entries that are kept for 400 days have this key")
    void fixture() throws UnknownHostException {
        assertThat(pseudonyms.person(Contents.PERSON).hex()).isEqualTo("e005e96f6332202c46e72cd09a2cf463");
        assertThat(pseudonyms.origin(origin(192, 0, 2, 7)).hex()).isEqualTo("5ff703a2b0d91225781d901db8190532");
        assertThat(pseudonyms.subject(Contents.PERSON)).isEqualTo("147a11ee6579c4bc5eec3f62a3ad423b");
    }

    @Test
    @DisplayName("K08 entry key and subject are codes over kind, format, tenant and number, each under its own key")
    void byHand() {
        try (Frame person = Frame.empty().text("person").number(1).text("sede").text("99999018D");
                Frame subject = Frame.empty()
                        .text("audit-subject")
                        .number(1)
                        .text("sede")
                        .text("99999018D")) {
            assertThat(pseudonyms.person(Contents.PERSON).hex()).isEqualTo(cut(Derivation.ENTRY_KEY, person));
            assertThat(pseudonyms.subject(Contents.PERSON)).isEqualTo(cut(Derivation.AUDIT_SUBJECT, subject));
        }
    }

    private String cut(Derivation use, Frame frame) {
        return HexFormat.of().formatHex(use.mac(ring.subject()).of(frame), 0, 16);
    }

    @Test
    @DisplayName("another tenant, and another subject key, know the person under other names")
    void otherTenant() {
        EntryKey person = pseudonyms.person(Contents.PERSON);
        String subject = pseudonyms.subject(Contents.PERSON);
        Pseudonyms tenant = new Pseudonyms(vault, "sede2");
        assertThat(tenant.person(Contents.PERSON)).isNotEqualTo(person);
        assertThat(tenant.subject(Contents.PERSON)).isNotEqualTo(subject);

        ring.replaceSubject(RotatingRing.key("subject-2", 9));
        assertThat(pseudonyms.person(Contents.PERSON)).isNotEqualTo(person);
        assertThat(pseudonyms.subject(Contents.PERSON)).isNotEqualTo(subject);
    }

    @Test
    @DisplayName("rotation of the current key changes no pseudonym")
    void rotation() {
        EntryKey person = pseudonyms.person(Contents.PERSON);
        String subject = pseudonyms.subject(Contents.PERSON);
        ring.makeCurrent(RotatingRing.key("second", 10));

        assertThat(pseudonyms.person(Contents.PERSON)).isEqualTo(person);
        assertThat(pseudonyms.subject(Contents.PERSON)).isEqualTo(subject);
    }

    @Test
    @DisplayName("K08 entry key, audit subject and origin of the same bytes share nothing")
    void distinct() throws UnknownHostException {
        byte[] number = "99999018D".getBytes(StandardCharsets.US_ASCII);
        Origin sameBeginning = origin(number[0], number[1], number[2], number[3]);

        assertThat(Stream.of(
                        pseudonyms.person(Contents.PERSON).hex(),
                        pseudonyms.subject(Contents.PERSON),
                        pseudonyms.origin(sameBeginning).hex()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[0-9a-f]{32}"));
    }

    @Test
    @DisplayName("an origin has its own entry, and a tenant its own origins")
    void origins() throws UnknownHostException {
        EntryKey key = pseudonyms.origin(origin(192, 0, 2, 7));

        assertThat(pseudonyms.origin(origin(192, 0, 2, 7))).isEqualTo(key);
        assertThat(pseudonyms.origin(origin(192, 0, 2, 8))).isNotEqualTo(key);
        assertThat(new Pseudonyms(vault, "sede2").origin(origin(192, 0, 2, 7))).isNotEqualTo(key);
    }

    private static Origin origin(int... bytes) throws UnknownHostException {
        return Origin.of(InetAddress.getByAddress(
                new byte[] {(byte) bytes[0], (byte) bytes[1], (byte) bytes[2], (byte) bytes[3]}));
    }
}
