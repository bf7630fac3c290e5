package dev.clave.example.console;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines that are UTF-8, or else in the charset of the terminal. */
final class Lines {
    private static final int LONGEST = 4096;

    private final InputStream in;
    private final Charset charset;

    Lines(InputStream in, Charset charset) {
        this.in = new BufferedInputStream(in);
        this.charset = charset;
    }

    /** The next line, cut where it is absurdly long; empty at the end of the input, also if it ends in a failure. */
    Optional<String> next() {
        try {
            int first = in.read();
            return first < 0 ? Optional.empty() : Optional.of(text(line(first)));
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    private byte[] line(int first) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = first; next >= 0 && next != '\n'; next = in.read()) {
            if (line.size() < LONGEST && next != '\r') {
                line.write(next);
            }
        }
        return line.toByteArray();
    }

    private String text(byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(line, charset);
        }
    }
}
