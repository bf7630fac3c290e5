package dev.clave.internal.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.internal.state.Login;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.cbor.CBORFactory;

class EntryReaderTest {
    private static final CBORFactory CBOR = new CBORFactory();

    private static <T> T read(Consumer<JsonGenerator> written, Function<EntryReader, T> how) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = CBOR.createGenerator(ObjectWriteContext.empty(), bytes)) {
            written.accept(out);
        }
        return how.apply(new EntryReader(CBOR.createParser(ObjectReadContext.empty(), bytes.toByteArray())));
    }

    private static void refuses(Consumer<JsonGenerator> written, Function<EntryReader, ?> how) {
        assertThatThrownBy(() -> read(written, how)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_time_is_not_before_1970() {
        assertThat(read(out -> out.writeNumber(0), EntryReader::time)).isZero();
        refuses(out -> out.writeNumber(-1), EntryReader::time);
        refuses(out -> out.writeString("1"), EntryReader::time);
        refuses(out -> out.writeNumber(1.5), EntryReader::time);
    }

    @Test
    void a_count_is_small() {
        assertThat(read(out -> out.writeNumber(1_000_000), EntryReader::smallNumber))
                .isEqualTo(1_000_000);
        assertThat(read(out -> out.writeNumber(0), EntryReader::smallNumber)).isZero();
        refuses(out -> out.writeNumber(1_000_001), EntryReader::smallNumber);
        refuses(out -> out.writeNumber(-1), EntryReader::smallNumber);
        refuses(out -> out.writeNumber(1L << 32), EntryReader::smallNumber);
    }

    @Test
    void a_code_is_four_characters_of_seven_bits() {
        assertThat(read(out -> out.writeNumber(Integer.MAX_VALUE), EntryReader::code))
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(read(out -> out.writeNumber(0), EntryReader::code)).isZero();
        refuses(out -> out.writeNumber(-1), EntryReader::code);
        refuses(out -> out.writeNumber(1L << 31), EntryReader::code);
    }

    @Test
    void bytes_are_as_many_as_they_must_be() {
        byte[] both = read(out -> out.writeBinary(new byte[] {7, 8}), in -> in.bytes(2));
        assertThat(both).containsExactly(7, 8);
        refuses(out -> out.writeBinary(new byte[] {7, 8}), in -> in.bytes(1));
        refuses(out -> out.writeBinary(new byte[] {7, 8}), in -> in.bytes(3));
        refuses(out -> out.writeString("BwgJ"), in -> in.bytes(3));
    }

    @Test
    void bytes_of_no_fixed_number_are_no_more_than_they_may_be() {
        byte[] both = read(out -> out.writeBinary(new byte[] {7, 8}), in -> in.bytesUpTo(2));
        assertThat(both).containsExactly(7, 8);
        refuses(out -> out.writeBinary(new byte[] {7, 8}), in -> in.bytesUpTo(1));
        refuses(out -> out.writeString("BwgJ"), in -> in.bytesUpTo(3));
    }

    @Test
    void a_name_is_one_that_is_known() {
        Login.Phase phase = read(out -> out.writeString("OPEN"), in -> in.oneOf(Login.Phase.class));
        assertThat(phase).isEqualTo(Login.Phase.OPEN);
        refuses(out -> out.writeString("open"), in -> in.oneOf(Login.Phase.class));
        refuses(out -> out.writeString("with space"), EntryReader::name);
        refuses(out -> out.writeString("x".repeat(33)), EntryReader::name);
        refuses(out -> out.writeBinary(new byte[] {65}), EntryReader::name);
    }

    @Test
    void a_flag_is_one_of_two() {
        assertThat(read(out -> out.writeBoolean(true), EntryReader::flag)).isTrue();
        assertThat(read(out -> out.writeBoolean(false), EntryReader::flag)).isFalse();
        refuses(JsonGenerator::writeNull, EntryReader::flag);
        refuses(out -> out.writeNumber(1), EntryReader::flag);
    }

    @Test
    void what_may_be_missing_is_an_array_or_null() {
        assertThat(read(JsonGenerator::writeNull, EntryReader::startsArrayOrNull))
                .isFalse();
        refuses(out -> out.writeNumber(0), EntryReader::startsArrayOrNull);
        refuses(out -> out.writeBoolean(false), EntryReader::startsArrayOrNull);
    }
}
