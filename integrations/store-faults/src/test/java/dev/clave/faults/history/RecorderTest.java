package dev.clave.faults.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final RunClock CLOCK = new RunClock(1_000, 5_000_000, 10);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_was_written_is_read() throws IOException {
        try (Recorder recorder = new Recorder(folder, "node1")) {
            String identify = recorder.begin(Op.IDENTIFY, "person-1", "", 0, "");
            recorder.end(identify, "Identified", 99, "login-1");
            String verify = recorder.begin(Op.VERIFY, "person-1", "login-1", 2, "");
            recorder.sent(verify, 1, 30_000);
            recorder.audited(verify);
            recorder.threw(verify, false);
            recorder.threw(verify, true);
        }

        History history = HistoryReader.read(folder, CLOCK);

        assertThat(history.calls()).hasSize(2);
        Call identify = history.calls().get(0);
        assertThat(identify.login()).isEqualTo("login-1");
        assertThat(identify.told("Identified")).isTrue();
        assertThat(identify.value()).isEqualTo(99);
        Call verify = history.calls().get(1);
        assertThat(verify.end()).isEqualTo(Call.OPEN);
        assertThat(verify.isUnknown()).isTrue();
        assertThat(verify.typed()).isEqualTo(2);
        assertThat(identify.isBefore(verify)).isTrue();
        assertThat(history.sent()).extracting(Sent::generation).containsExactly(1);
        assertThat(history.audited()).containsExactly(verify.id());
        assertThat(history.repeated()).containsExactly(verify.id());
        assertThat(history.unknownWrites()).containsExactly(verify.id());
    }

    @Test
    void the_last_line_of_a_killed_process_may_be_torn() throws IOException {
        try (Recorder recorder = new Recorder(folder, "node1")) {
            recorder.begin(Op.CANCEL, "person-1", "login-1", 0, "");
        }
        Files.writeString(folder.resolve("node1.history"), "E\tnode1-1\t12", StandardOpenOption.APPEND);

        assertThat(HistoryReader.read(folder, CLOCK).calls())
                .extracting(Call::isUnknown)
                .containsExactly(true);
    }

    @Test
    void a_line_that_nobody_wrote_is_no_history() throws IOException {
        Files.writeString(folder.resolve("node1.history"), "?\n");

        assertThatThrownBy(() -> HistoryReader.read(folder, CLOCK)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_clock_is_the_same_in_every_process() {
        RunClock other = RunClock.parse(CLOCK.text());

        assertThat(other).isEqualTo(CLOCK);
        assertThat(other.millisAt(5_000_000)).isEqualTo(1_000);
        assertThat(other.millisAt(5_099_999)).isEqualTo(1_000);
        assertThat(other.millisAt(5_100_000)).isEqualTo(1_001);
        assertThat(other.millisAt(4_999_999)).isEqualTo(999);
        assertThat(other.millisAt(other.nanoAt(2_345))).isEqualTo(2_345);
    }
}
