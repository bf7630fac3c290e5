package dev.clave.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.clave.spi.DeviceKeys;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/** A small server for one device: it verifies requests and seals PINs, by the means of the Java platform alone. */
final class AppServer {
    static final String TOKEN = "v1.A-b_c~9";
    static final String LOGIN = "00112233445566778899aabbccddeeff";

    final List<String> asked = new ArrayList<>();
    String shown = shown("IDENTIFICATION");

    @Nullable
    String plaintext;

    private final InstantSource clock;

    @Nullable
    DeviceKeys keys;

    AppServer(InstantSource clock) {
        this.clock = clock;
    }

    static String shown(String purpose) {
        return "{\"organisation\":\"Demo\",\"purpose\":\"" + purpose
                + "\",\"code\":\"LUA7\",\"generation\":2,\"issued\":"
                + FakeClock.START.toEpochMilli() + ",\"expires\":"
                + FakeClock.START.plusSeconds(600).toEpochMilli() + "}";
    }

    /** Whatever is not right gets the answer that there is nothing, as it should. */
    byte[] answer(byte[] body) {
        String ask = read(body).text("ask");
        asked.add(ask);
        boolean right = verified(body);
        if (right && ask.equals("poll") && plaintext != null) {
            return answer(false, "\"" + LOGIN + "\"", base64(shown.getBytes(UTF_8)), base64(seal(plaintext)));
        }
        return answer(right && !ask.equals("poll"), "null", "null", "null");
    }

    byte[] answer(boolean done, String login, String shownBytes, String sealedBytes) {
        return ("{\"sealed\":" + sealedBytes + ",\"version\":1,\"time\":" + clock.millis() + ",\"refresh\":10,\"done\":"
                        + done + ",\"login\":" + login + ",\"shown\":" + shownBytes + "}")
                .getBytes(UTF_8);
    }

    static String base64(byte[] bytes) {
        return "\"" + FlatJson.encoded(bytes) + "\"";
    }

    private static FlatJson read(byte[] body) {
        boolean disowns = new String(body, US_ASCII).contains("\"ask\":\"not-me\"");
        Set<String> fields = new TreeSet<>(Set.of("version", "ask", "token", "time", "signature"));
        fields.addAll(disowns ? Set.of("login", "generation") : Set.of());
        return FlatJson.read("a request", body, fields);
    }

    boolean verified(byte[] body) {
        FlatJson request = read(body);
        String lines = "clave/1/" + request.text("ask") + "\n" + request.text("token") + "\n" + request.number("time");
        if (request.text("ask").equals("not-me")) {
            lines += "\n" + request.text("login") + "\n" + request.number("generation");
        }
        Duration off = Duration.between(request.time("time"), clock.instant()).abs();
        return request.number("version") == 1
                && request.text("token").equals(TOKEN)
                && off.compareTo(Duration.ofMinutes(2)) <= 0
                && signed(lines, request.bytes("signature"));
    }

    private boolean signed(String lines, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(P256.decode(known().signing()));
            verifier.update(lines.getBytes(US_ASCII));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private DeviceKeys known() {
        if (keys == null) {
            throw new IllegalStateException("no device");
        }
        return keys;
    }

    byte[] seal(String secret) {
        try {
            KeyPair ephemeral = P256.newPair();
            byte[] encapsulated = P256.encode(ephemeral.getPublic());
            byte[] agreed = P256.agree(ephemeral.getPrivate(), P256.decode(known().sealing()));
            byte[] sharedSecret = Hpke.sharedSecret(agreed, join(encapsulated, known().sealing()));
            Cipher cipher = Hpke.cipher(Cipher.ENCRYPT_MODE, sharedSecret, "clave/1/pin".getBytes(US_ASCII));
            cipher.updateAAD(shown.getBytes(UTF_8));
            return join(encapsulated, cipher.doFinal(secret.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] join(byte[] one, byte[] other) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(one);
        joined.writeBytes(other);
        return joined.toByteArray();
    }
}
