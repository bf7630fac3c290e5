package dev.clave.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.faults.history.Op;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckerTest {

    @ParameterizedTest
    @EnumSource(Rule.class)
    void a_history_that_breaks_a_rule_is_found(Rule rule) {
        assertThat(broken(Breaches.of(rule))).containsOnly(rule);
    }

    @Test
    void a_clean_login_passes() {
        assertThat(broken(Story.login()
                        .verify(0, 100, 110, "WrongPin", 2)
                        .verify(0, 120, 130, "THREW.STORE", -1)
                        .verify(0, 140, 150, "WrongPin", 0)
                        .pin("L1", Op.AGAIN, 2, 10_050, 10_070)
                        .verify(1, 10_055, 10_065, "WrongPin", 0)))
                .isEmpty();
    }

    @Test
    void a_clean_race_passes() {
        assertThat(broken(Story.login()
                        .verify(1, 30_024, 30_030, "Granted", 0)
                        .verify(1, 30_020, 30_029, "Denied.ALREADY_USED", -1)
                        .verify(1, 30_021, 30_031, "Denied.PIN_EXPIRED", -1)
                        .call(Op.CANCEL, "L1", 0, 30_040, 30_050, "Reason.ALREADY_USED", -1)
                        .call(Op.OBTAIN, "L1", 0, 30_060, Story.NEVER, "", -1)
                        .opened("L2", 40_000, 40_010)
                        .verify(1, 40_020, 40_030, "Denied.NOT_CURRENT", -1)))
                .isEmpty();
    }

    @Test
    void a_clean_register_passes() {
        assertThat(broken(Story.empty()
                        .read("", -1, 0, 5)
                        .add("a", 1, 10, 20, "THREW.STORE")
                        .add("x", 1, 12, 22, "False")
                        .read("a", 1, 30, 40)
                        .replace("a", "b", 2, 50, 60, "True")
                        .replace("a", "c", 2, 50, 60, "False")
                        .replace("b", "d", 3, 70, Story.NEVER, "")
                        .read("d", 3, 80, 90)))
                .isEmpty();
    }

    @Test
    void a_grant_that_only_the_audit_knows_counts() {
        assertThat(broken(Story.login()
                        .verify(1, 100, Story.NEVER, "", -1)
                        .audited()
                        .verify(1, 150, 250, "Granted", 0)))
                .containsOnly(Rule.ONE_GRANT);
    }

    @Test
    void a_wrong_pin_that_was_forgotten_is_found() {
        assertThat(broken(Story.login()
                        .verify(0, 100, 110, "WrongPin", 2)
                        .pin("L1", Op.AGAIN, 2, 10_100, 10_200)
                        .verify(0, 10_300, 10_310, "WrongPin", 2)))
                .containsOnly(Rule.ATTEMPTS_STAY_USED);
    }

    @Test
    void a_pin_that_was_forgotten_is_found() {
        assertThat(broken(Story.login().verify(1, 100, 110, "Denied.NO_PIN_YET", -1)))
                .containsOnly(Rule.PIN_IS_KEPT);
    }

    /** The server may still have the first one in its queue. */
    @Test
    void what_came_without_an_answer_may_be_done_later() {
        assertThat(broken(Story.empty()
                        .call(Op.IDENTIFY, "", 0, 0, 10, "THREW.STORE", -1)
                        .opened("L1", 20, 30)
                        .verify(0, 40, 50, "Denied.NOT_CURRENT", -1)))
                .isEmpty();
    }

    @Test
    void an_entry_that_is_gone_is_found() {
        assertThat(broken(Story.empty().add("a", 1, 0, 10, "True").read("", -1, 20, 30)))
                .containsExactlyInAnyOrder(Rule.TRUE_IS_KEPT, Rule.READ_IS_NOT_OLD);
    }

    @Test
    void a_read_of_what_is_written_later_is_found() {
        assertThat(broken(Story.empty().read("a", 1, 0, 10).add("a", 1, 20, 30, "True")))
                .containsOnly(Rule.READ_WAS_WRITTEN);
    }

    @Test
    void a_version_that_was_rounded_is_found() {
        assertThat(broken(Story.empty().add("a", 1_000_001, 0, 10, "True").read("a", 1_000_000, 20, 30)))
                .containsOnly(Rule.VERSIONS_GROW);
    }

    @Test
    void what_is_found_names_the_calls() {
        List<Violation> found = Breaches.of(Rule.ONE_END).check();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).subject()).isEqualTo("L1");
        assertThat(found.get(0).text()).contains("VERIFY", "Granted", "CANCEL", "Reason.CANCELLED");
    }

    private static Stream<Rule> broken(Story story) {
        return story.check().stream().map(Violation::rule).distinct();
    }
}
