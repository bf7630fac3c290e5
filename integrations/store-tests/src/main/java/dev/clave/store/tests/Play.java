package dev.clave.store.tests;

import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.PinSent;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A play with a fixed text: what people do in a few days, and what they are told. */
final class Play {
    private final Office office;
    private final List<String> told = new ArrayList<>();

    private Play(Office office) {
        this.office = office;
    }

    /** What everybody is told, one after another, without what is drawn by lot. */
    static List<String> outcomes(Office office) {
        Play play = new Play(office);
        play.oneWhoResends();
        play.oneWhoGuesses();
        play.oneWhoDoesNotKnow();
        play.oneWhoChangesHerMind();
        return play.told;
    }

    private void oneWhoResends() {
        LoginHandle login = opened(FakePeople.ANA);
        tell(office.node(1).obtainPin(login, "LUA7"));
        String old = office.pinOf(FakePeople.ANA);
        tell(office.node(0).obtainPin(login, "SOL8"));
        tell(office.node(1).requestAgain(login));
        office.later(Duration.ofMinutes(9));
        tell(office.node(0).requestAgain(login));
        tell(office.node(1).verify(login, old));
        tell(office.node(0).verify(login, office.pinOf(FakePeople.ANA)));
        tell(office.node(1).status(login));
    }

    private void oneWhoGuesses() {
        for (int round = 0; round < 4; round++) {
            LoginHandle login = opened(FakePeople.HUGO);
            tell(office.node(0).obtainPin(login, "MAR9"));
            for (String wrong : Office.wrongPins(office.pinOf(FakePeople.HUGO), 4)) {
                tell(office.node(1).verify(login, wrong));
            }
            office.later(Duration.ofMinutes(2));
        }
        office.later(Duration.ofDays(3));
        tell(office.node(0).status(opened(FakePeople.HUGO)));
    }

    private void oneWhoDoesNotKnow() {
        for (int guess = 0; guess < 52; guess++) {
            tell(office.node(guess).identify(FakePeople.CAROL.typedNumber(), FakePeople.CAROL.typedWrongContrast()));
        }
        tell(office.node(0).identify(FakePeople.CAROL.typedNumber(), FakePeople.CAROL.typedContrast()));
    }

    private void oneWhoChangesHerMind() {
        LoginHandle first = opened(FakePeople.BREIXO);
        LoginHandle second = opened(FakePeople.BREIXO);
        tell(office.node(0).obtainPin(first, "LUA7"));
        tell(office.node(1).obtainPin(second, "no"));
        tell(office.node(1).obtainPin(second, "LUA7"));
        tell(office.node(0).cancel(second));
        tell(office.node(1).verify(second, office.pinOf(FakePeople.BREIXO)));
    }

    private LoginHandle opened(FakePerson person) {
        Object outcome = office.node(0).identify(person.typedNumber(), person.typedContrast());
        tell(outcome);
        return ((Identified) outcome).handle();
    }

    private void tell(Object outcome) {
        told.add(
                outcome instanceof Identified login
                        ? "Identified " + login.routes()
                        : outcome instanceof PinSent sent
                                ? sent.toString()
                                : outcome instanceof Granted granted
                                        ? "Granted " + granted.subject() + granted.level() + granted.at()
                                        : outcome.toString());
    }
}
