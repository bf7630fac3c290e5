package dev.clave.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.internal.state.SmallScope.Op;
import dev.clave.internal.state.SmallScope.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every interleaving of a few actors over one entry, with a crash of each at every step. What is asserted: at most one grant for a login, at most
 * three answers that call a PIN wrong, and no PIN accepted once a resend or a new login has been written.
 */
class SmallScopeTest {
    enum Start {
        NOTHING,
        LOGIN_A,
        PIN_SENT,
        PIN_IN_APP
    }

    private static World world(Start start) {
        return switch (start) {
            case NOTHING -> World.empty();
            case LOGIN_A -> World.empty().after(Op.IDENTIFY_A);
            case PIN_IN_APP ->
                World.empty().after(Op.IDENTIFY_A).after(Op.APP_A).after(Op.TWO_MINUTES_PASS);
            case PIN_SENT ->
                World.empty().after(Op.IDENTIFY_A).after(Op.OBTAIN_A).after(Op.TWO_MINUTES_PASS);
        };
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("any three things at once, from any start")
    void three_actors(Start start) {
        long explored = 0;
        for (List<Op> ops : multisets(3)) {
            explored += new SmallScope(true).explore(world(start), ops);
        }
        assertThat(explored).as("distinct worlds").isGreaterThan(20_000);
    }

    static Stream<List<Op>> crowded() {
        return Stream.of(
                List.of(Op.VERIFY_A1, Op.VERIFY_A1, Op.VERIFY_A1, Op.VERIFY_WRONG),
                List.of(Op.VERIFY_WRONG, Op.VERIFY_WRONG, Op.VERIFY_WRONG, Op.VERIFY_WRONG),
                List.of(Op.VERIFY_A1, Op.VERIFY_A2, Op.AGAIN_A, Op.VERIFY_WRONG),
                List.of(Op.VERIFY_A1, Op.AGAIN_A, Op.IDENTIFY_B, Op.EIGHT_MINUTES_PASS),
                List.of(Op.VERIFY_A1, Op.CANCEL_A, Op.AGAIN_A, Op.VERIFY_A2),
                List.of(Op.VERIFY_A1, Op.VERIFY_A1, Op.IDENTIFY_B, Op.OBTAIN_B));
    }

    @ParameterizedTest
    @MethodSource("crowded")
    @DisplayName("four actors where it is most crowded")
    void four_actors(List<Op> ops) {
        assertThat(new SmallScope(true).explore(world(Start.PIN_SENT), ops)).isGreaterThan(1_000);
    }

    static Stream<List<Op>> crowdedWithApp() {
        return Stream.of(
                List.of(Op.VERIFY_A1, Op.POLL, Op.AGAIN_A, Op.WITHDRAW),
                List.of(Op.VERIFY_A1, Op.REROUTE_A, Op.WITHDRAW, Op.VERIFY_A1),
                List.of(Op.VERIFY_A1, Op.DISOWN_A, Op.AGAIN_A, Op.VERIFY_A2),
                List.of(Op.REROUTE_A, Op.AGAIN_A, Op.VERIFY_A1, Op.VERIFY_A2),
                List.of(Op.REROUTE_A, Op.REROUTE_A, Op.VERIFY_A1, Op.VERIFY_WRONG),
                List.of(Op.WITHDRAW, Op.IDENTIFY_B, Op.VERIFY_A1, Op.POLL));
    }

    @ParameterizedTest
    @MethodSource("crowdedWithApp")
    @DisplayName("four actors, while the PIN is in the app")
    void four_actors_with_the_app(List<Op> ops) {
        assertThat(new SmallScope(true).explore(world(Start.PIN_IN_APP), ops)).isGreaterThan(500);
    }

    @Test
    @DisplayName("the search finds the faults of a store that writes without comparing")
    void finds_lost_updates() {
        SmallScope broken = new SmallScope(false);
        List<String> found = new ArrayList<>();
        crowded().forEach(ops -> {
            try {
                broken.explore(world(Start.PIN_SENT), ops);
            } catch (AssertionError violation) {
                found.add(violation.getMessage());
            }
        });
        assertThat(found)
                .anyMatch(message -> message.contains("more than one grant"))
                .anyMatch(message -> message.contains("more than three wrong"))
                .anyMatch(message -> message.contains("replaced PIN"));
    }

    private static List<List<Op>> multisets(int size) {
        List<List<Op>> sets = new ArrayList<>();
        extend(sets, new ArrayList<>(), List.of(Op.values()), size);
        return sets;
    }

    private static void extend(List<List<Op>> sets, List<Op> begun, List<Op> left, int size) {
        if (begun.size() == size) {
            sets.add(List.copyOf(begun));
            return;
        }
        for (int i = 0; i < left.size(); i++) {
            begun.add(left.get(i));
            extend(sets, begun, left.subList(i, left.size()), size);
            begun.remove(begun.size() - 1);
        }
    }
}
