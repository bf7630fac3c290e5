package dev.clave.testkit;

import static dev.clave.testkit.Contracts.check;

import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a {@link KeyRing} must do, as tests: extend it, give it your ring, and where it can be turned, turn it. */
@TestMethodOrder(MethodOrderer.DisplayName.class)
public abstract class KeyRingContract {

    /** For the class that extends this one. */
    protected KeyRingContract() {}

    /**
     * The ring. Called once by each rule.
     *
     * @return the ring
     */
    protected abstract KeyRing ring();

    /**
     * Gives that ring a next key, which is not yet current.
     *
     * @return the name of the key; empty unless overridden: the rule that needs it is skipped
     */
    protected Optional<String> announceNext() {
        return Optional.empty();
    }

    /**
     * Makes another key the current one of that ring.
     *
     * @return false unless overridden: rules that need it are skipped
     */
    protected boolean rotate() {
        return false;
    }

    /**
     * A ring that cannot tell: its key service is out of reach and it has nothing in memory.
     *
     * @return empty unless overridden: the rule that needs it is skipped
     */
    protected Optional<KeyRing> unreachableRing() {
        return Optional.empty();
    }

    /**
     * How often a race is run.
     *
     * @return 100 unless overridden
     */
    protected int rounds() {
        return 100;
    }

    @Test
    @DisplayName("Rule 01: the keys stay the same until they are changed")
    final void rule01() {
        KeyRing ring = ring();
        String otherwise =
                "Rule 01: the same keys must come at each call; a new one at each call would end every login";
        HostKey current = ring.current();
        HostKey subject = ring.subject();
        for (int i = 0; i < 3; i++) {
            check(ring.current().equals(current), otherwise);
            check(ring.subject().equals(subject), otherwise);
        }
    }

    @Test
    @DisplayName("Rule 02: the current key is found by its name")
    final void rule02() {
        KeyRing ring = ring();
        Optional<HostKey> found = ring.find(ring.current().id());
        check(found.equals(Optional.of(ring.current())), "Rule 02: find must give the current key by its name");
    }

    @Test
    @DisplayName("Rule 03: a name that the ring does not hold is empty")
    final void rule03() {
        KeyRing ring = ring();
        String id = ring.current().id();
        for (String unknown :
                List.of("", "no-such-key", id + " ", id + "0", " " + id, "' OR 1=1 --", "../" + id, "*", "%")) {
            Optional<HostKey> found = ring.find(unknown);
            check(
                    found != null && found.isEmpty(),
                    "Rule 03: find must be empty for a name that the ring does not hold, neither null nor another key");
        }
    }

    @Test
    @DisplayName("Rule 04: the subject key serves nothing else")
    final void rule04() {
        KeyRing ring = ring();
        HostKey subject = ring.subject();
        String otherwise = "Rule 04: the subject key must be another than those that rotate, in name and material";
        check(!subject.id().equals(ring.current().id()), otherwise);
        check(!Arrays.equals(subject.revealMaterial(), ring.current().revealMaterial()), otherwise);
        check(ring.find(subject.id()).isEmpty(), "Rule 04: find must not give the subject key");
    }

    @Test
    @DisplayName("Rule 05: the next key is found before it is current")
    final void rule05() {
        KeyRing ring = ring();
        HostKey current = ring.current();
        String id = Contracts.given(announceNext(), "Rule 05", "announceNext");
        check(ring.current().equals(current), "Rule 05: a key that is announced must not be current yet");
        check(
                ring.find(id).map(HostKey::id).equals(Optional.of(id)),
                "Rule 05: the next key must be found before it is current, for another node may use it already");
    }

    @Test
    @DisplayName("Rule 06: the key before is found after a rotation")
    final void rule06() {
        KeyRing ring = ring();
        HostKey before = ring.current();
        turn("Rule 06");
        check(
                !ring.current().id().equals(before.id()),
                "Rule 06: after a rotation another key, of another name, must be current");
        check(
                ring.find(before.id()).equals(Optional.of(before)),
                "Rule 06: the key before must be found for 40 minutes, or the logins that it sealed are lost");
    }

    @Test
    @DisplayName("Rule 07: the subject key does not rotate")
    final void rule07() {
        KeyRing ring = ring();
        HostKey subject = ring.subject();
        turn("Rule 07");
        check(
                ring.subject().equals(subject),
                "Rule 07: a rotation must leave the subject key, or every budget and block is forgotten");
    }

    @Test
    @DisplayName("Rule 08: whatever key is current is found, during a rotation too")
    final void rule08() {
        KeyRing ring = ring();
        turn("Rule 08");
        try (Race race = new Race("Rule 08", 4)) {
            for (int round = 0; round < rounds(); round++) {
                AtomicBoolean turned = new AtomicBoolean();
                race.round(thread -> thread == 0 ? turned(turned) : currentIsFound(ring, turned));
            }
        }
    }

    private boolean turned(AtomicBoolean turned) {
        try {
            return rotate();
        } finally {
            turned.set(true);
        }
    }

    /** As long as the rotation takes, and a little longer. */
    private static boolean currentIsFound(KeyRing ring, AtomicBoolean turned) {
        for (int after = 0; after < 10 && !Thread.currentThread().isInterrupted(); after += turned.get() ? 1 : 0) {
            HostKey current = ring.current();
            check(
                    ring.find(current.id()).equals(Optional.of(current)),
                    "Rule 08: a key must be found before it is current: add it first, then make it current");
        }
        return true;
    }

    @Test
    @DisplayName("Rule 09: the ring prints no key")
    final void rule09() {
        KeyRing ring = ring();
        LeakDetector leaks = new LeakDetector().watch(ring.current()).watch(ring.subject());
        try {
            leaks.check(ring, ring.current(), ring.subject());
        } catch (AssertionError leak) {
            throw new AssertionError("Rule 09: toString must not print a key: " + leak.getMessage(), leak);
        }
    }

    @Test
    @DisplayName("Rule 10: a ring that cannot tell throws")
    final void rule10() {
        KeyRing ring = Contracts.given(unreachableRing(), "Rule 10", "unreachableRing");
        String otherwise = "Rule 10: a ring that cannot tell must throw; empty would mean that the key is retired";
        check(Contracts.thrown(ring::current).isPresent(), otherwise);
        check(Contracts.thrown(ring::subject).isPresent(), otherwise);
        check(Contracts.thrown(() -> ring.find("key")).isPresent(), otherwise);
    }

    private void turn(String rule) {
        Contracts.given(Optional.of(rotate()).filter(turned -> turned), rule, "rotate");
    }
}
