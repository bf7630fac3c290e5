package dev.clave.example.console;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Writes a text in the letters that a terminal has: without accents and with plain signs where it cannot be otherwise. */
final class Letters {
    private static final String SIGNS = "┌┐└┘├┤─│«»·¿¡’…";
    private static final String PLAIN = "++++++-|\"\"-??'.";
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final CharsetEncoder encoder;

    Letters(Charset charset) {
        encoder = charset.newEncoder();
    }

    synchronized String fit(String text) {
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder fitted = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> fitted.append(fit(letter)));
        return fitted.toString();
    }

    private String fit(int letter) {
        String text = Character.toString(letter);
        if (encoder.canEncode(text)) {
            return text;
        }
        int sign = SIGNS.indexOf(letter);
        if (sign >= 0) {
            return PLAIN.substring(sign, sign + 1);
        }
        String bare =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return encoder.canEncode(bare) ? bare : "?";
    }
}
