package dev.clave.internal.entries;

import dev.clave.ClaveUnavailableException;
import dev.clave.Socket;
import dev.clave.internal.state.EntryState;
import dev.clave.internal.state.OriginState;
import dev.clave.internal.state.PersonState;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.cbor.CBORFactory;

/**
 * An entry in CBOR: an array that begins with the number of its format and the kind of the entry. The formats before this one, in which what is
 * missing was null and, in the first, no PIN was sealed to a device, are read as well, so that entries outlive a new version. What is of another format, longer than any
 * entry or not exactly as it was written is refused, and nothing is written over it.
 */
final class EntryCodec {
    /** The format that is written. */
    static final int FORMAT = 3;

    /** The oldest format that is read. */
    static final int OLDEST = 1;

    static final int PERSON = 0;
    static final int ORIGIN = 1;

    /** An entry has a few hundred bytes. */
    private static final int LONGEST = 2_000;

    private static final CBORFactory CBOR = new CBORFactory();

    private EntryCodec() {}

    static byte[] encode(EntryState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = CBOR.createGenerator(ObjectWriteContext.empty(), bytes)) {
            if (state instanceof OriginState origin) {
                begin(out, ORIGIN, 3);
                out.writeNumber(origin.fullAt());
                out.writeEndArray();
            } else {
                begin(out, PERSON, 4);
                PersonCodec.write(out, (PersonState) state);
                out.writeEndArray();
            }
        }
        return bytes.toByteArray();
    }

    private static void begin(JsonGenerator out, int kind, int length) {
        out.writeStartArray(null, length);
        out.writeNumber(FORMAT);
        out.writeNumber(kind);
    }

    static EntryState decode(byte[] content) {
        if (content.length > LONGEST) {
            throw refused("is longer than any entry");
        }
        try (JsonParser parser = CBOR.createParser(ObjectReadContext.empty(), content)) {
            return decode(new EntryReader(parser));
        } catch (ClaveUnavailableException known) {
            throw known;
        } catch (RuntimeException malformed) {
            throw refused("cannot be read (" + malformed.getClass().getSimpleName() + ")");
        }
    }

    private static EntryState decode(EntryReader in) {
        in.startArray();
        int format = in.smallNumber();
        if (format < OLDEST || format > FORMAT) {
            throw refused("has format " + format + "; this version of the library knows formats " + OLDEST + " to "
                    + FORMAT + ": bring every node to the newest version");
        }
        int kind = in.smallNumber();
        if (kind != PERSON && kind != ORIGIN) {
            throw refused("is of an unknown kind");
        }
        EntryState state = kind == ORIGIN ? new OriginState(in.time()) : PersonCodec.read(in, format);
        in.endArray();
        in.end();
        return state;
    }

    private static ClaveUnavailableException refused(String why) {
        return new ClaveUnavailableException(Socket.STORE, "an entry in the store " + why);
    }
}
