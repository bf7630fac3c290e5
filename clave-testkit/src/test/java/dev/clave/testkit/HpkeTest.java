package dev.clave.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The test vector of RFC 9180, appendix A.3.1, sequence number 0. */
class HpkeTest {
    private static final byte[] ENCAPSULATED = hex("04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac9"
            + "8536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4");
    private static final byte[] CIPHERTEXT =
            hex("5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076" + "ac232e3ab2523f39513434");
    private static final byte[] INFO = hex("4f6465206f6e2061204772656369616e2055726e");
    private static final byte[] ASSOCIATED = hex("436f756e742d30");

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static KeyPair recipient() throws GeneralSecurityException {
        byte[] point = hex("04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a82"
                + "6a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0");
        BigInteger secret = new BigInteger("f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2", 16);
        PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(secret, P256.parameters()));
        return new KeyPair(P256.decode(point), key);
    }

    private static byte[] vector() {
        byte[] joined = Arrays.copyOf(ENCAPSULATED, ENCAPSULATED.length + CIPHERTEXT.length);
        System.arraycopy(CIPHERTEXT, 0, joined, ENCAPSULATED.length, CIPHERTEXT.length);
        return joined;
    }

    @Test
    void the_vector_of_the_rfc_opens() throws GeneralSecurityException {
        byte[] opened = Hpke.open(recipient(), INFO, ASSOCIATED, vector());
        assertThat(opened).isEqualTo(hex("4265617574792069732074727574682c20747275746820626561757479"));
        assertThat(new String(opened, US_ASCII)).isEqualTo("Beauty is truth, truth beauty");
    }

    @Test
    void whatever_byte_is_changed_it_does_not_open() throws GeneralSecurityException {
        KeyPair recipient = recipient();
        for (int i = 0; i < vector().length; i++) {
            byte[] changed = vector();
            changed[i] ^= 1;
            assertThatThrownBy(() -> Hpke.open(recipient, INFO, ASSOCIATED, changed))
                    .as("byte " + i)
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void with_other_words_another_key_or_too_few_bytes_it_does_not_open() throws GeneralSecurityException {
        KeyPair recipient = recipient();
        KeyPair another = P256.newPair();
        byte[] few = Arrays.copyOf(vector(), ENCAPSULATED.length + 15);
        assertThatThrownBy(() -> Hpke.open(another, INFO, ASSOCIATED, vector()))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> Hpke.open(recipient, ASSOCIATED, ASSOCIATED, vector()))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> Hpke.open(recipient, INFO, INFO, vector()))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> Hpke.open(recipient, INFO, ASSOCIATED, few))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_point_is_written_with_all_its_zeros() throws GeneralSecurityException {
        for (int i = 0; i < 600; i++) {
            byte[] encoded = P256.encode(P256.newPair().getPublic());
            assertThat(encoded).hasSize(65).startsWith(4);
            assertThat(P256.encode(P256.decode(encoded))).isEqualTo(encoded);
        }
    }
}
