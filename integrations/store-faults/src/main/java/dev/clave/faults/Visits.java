package dev.clave.faults;

import dev.clave.Alphabet;
import dev.clave.faults.Citizen.Login;
import dev.clave.faults.Phones.Pin;
import dev.clave.faults.history.Op;
import dev.clave.faults.history.RunClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The ways in which a login goes. Most of them ask two or three nodes at once. */
final class Visits {
    private static final long MILLI = 1_000_000;

    private final Citizen citizen;
    private final RunClock clock;
    private final Phones phones;
    private final SplittableRandom random;

    Visits(Citizen citizen, RunClock clock, Phones phones, SplittableRandom random) {
        this.citizen = citizen;
        this.clock = clock;
        this.phones = phones;
        this.random = random;
    }

    void visit(int person) {
        Reply opened = citizen.insist(Step.identify(person));
        if (!opened.is("Identified")) {
            return;
        }
        Login login = new Login(person, opened.handle(), opened.value());
        pin(login).ifPresent(pin -> way(login, pin));
        phones.forget(Handles.nameOf(login.handle()));
    }

    /** Two browsers ask for it now and then. A PIN that was made but lost on its way is asked for again. */
    private Optional<Pin> pin(Login login) {
        Step obtain = Citizen.step(Op.OBTAIN, login);
        if (random.nextInt(3) == 0) {
            citizen.race(List.of(obtain, obtain));
        }
        Reply sent = citizen.insist(obtain);
        if (sent.is("PinSent") && onPhone(login).isEmpty()) {
            if (citizen.reaches(System.nanoTime() + Policies.SHORT.sendPause().toNanos() / clock.speed())) {
                citizen.insist(Citizen.step(Op.AGAIN, login));
            }
        }
        return onPhone(login);
    }

    private Optional<Pin> onPhone(Login login) {
        return phones.pinOf(Handles.nameOf(login.handle()));
    }

    private void way(Login login, Pin pin) {
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4 -> right(login, pin);
            case 5, 6 -> wrong(login, pin);
            case 7, 8 -> everything(login, pin);
            case 9, 10 -> cancelled(login, pin);
            case 11, 12 -> replaced(login, pin);
            case 13 -> expired(login, pin);
            case 14 -> resent(login, pin);
            default -> overAge(login, pin);
        }
    }

    private void right(Login login, Pin pin) {
        Step verify = login.verify(pin);
        List<Reply> replies = citizen.race(Collections.nCopies(1 + random.nextInt(3), verify));
        if (replies.stream().anyMatch(Reply::isUnknown)) {
            citizen.insist(verify);
        }
        citizen.ask(verify);
    }

    private void wrong(Login login, Pin pin) {
        citizen.race(Stream.generate(() -> wrongPin(login, pin))
                .limit(2 + random.nextInt(4))
                .toList());
        citizen.insist(wrongPin(login, pin));
        citizen.race(List.of(login.verify(pin), wrongPin(login, pin), login.verify(pin)));
        citizen.insist(wrongPin(login, pin));
    }

    private void everything(Login login, Pin pin) {
        List<Step> steps = new ArrayList<>(
                List.of(login.verify(pin), wrongPin(login, pin), wrongPin(login, pin), login.verify(pin)));
        steps.add(Citizen.step(random.nextBoolean() ? Op.CANCEL : Op.AGAIN, login));
        Collections.rotate(steps, random.nextInt(steps.size()));
        citizen.race(steps);
        citizen.insist(login.verify(pin));
    }

    private void cancelled(Login login, Pin pin) {
        Step cancel = Citizen.step(Op.CANCEL, login);
        citizen.race(List.of(cancel, login.verify(pin)));
        citizen.insist(cancel);
        citizen.race(List.of(login.verify(pin), login.verify(pin)));
    }

    /** The next login of the same person is opened while the old one is being used. */
    private void replaced(Login login, Pin pin) {
        Step next = Step.identify(login.person());
        Reply opened = citizen.race(List.of(next, login.verify(pin))).get(0);
        citizen.insist(login.verify(pin));
        if (opened.is("Identified") && random.nextBoolean()) {
            Login later = new Login(login.person(), opened.handle(), opened.value());
            citizen.race(List.of(Citizen.step(Op.OBTAIN, later), login.verify(pin)));
        }
    }

    /** Around the very millisecond. */
    private void expired(Login login, Pin pin) {
        long dead = clock.nanoAt(pin.expiresAt());
        Step verify = login.verify(pin);
        Step wrong = wrongPin(login, pin);
        if (!citizen.reaches(dead - 10 * MILLI)) {
            return;
        }
        citizen.race(List.of(
                (random.nextBoolean() ? verify : wrong).at(dead - random.nextLong(4 * MILLI)),
                verify.at(dead),
                verify.at(dead + random.nextLong(MILLI))));
        citizen.insist(verify);
    }

    private void resent(Login login, Pin old) {
        long made = old.expiresAt() - Policies.SHORT.pinLife().toMillis();
        if (!citizen.reaches(clock.nanoAt(made + Policies.SHORT.sendPause().toMillis()) + MILLI)) {
            return;
        }
        Step again = Citizen.step(Op.AGAIN, login);
        citizen.race(random.nextBoolean() ? List.of(again, login.verify(old)) : List.of(again, again));
        citizen.insist(login.verify(old));
        onPhone(login).ifPresent(pin -> right(login, pin));
    }

    private void overAge(Login login, Pin pin) {
        if (random.nextInt(3) > 0) {
            right(login, pin);
            return;
        }
        long end = clock.nanoAt(login.endsAt());
        if (!citizen.reaches(end - 10 * MILLI)) {
            return;
        }
        citizen.race(List.of(
                Citizen.step(Op.CANCEL, login).at(end),
                login.verify(pin).at(end + MILLI),
                Citizen.step(Op.AGAIN, login).at(end + MILLI)));
    }

    private Step wrongPin(Login login, Pin right) {
        StringBuilder pin = new StringBuilder();
        while (pin.length() < right.text().length()) {
            pin.append(Alphabet.CLAVE
                    .symbols()
                    .charAt(random.nextInt(Alphabet.CLAVE.symbols().length())));
        }
        return login.verify(pin.toString(), 0);
    }
}
