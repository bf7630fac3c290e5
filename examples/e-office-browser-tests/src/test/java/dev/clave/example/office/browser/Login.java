package dev.clave.example.office.browser;

import dev.clave.testkit.FakePerson;
import java.time.Duration;

/** The steps of a login, as somebody takes them who reads what the page says. */
final class Login {
    private final Visitor visitor;
    private final Office office;
    private final FakePerson person;

    Login(Visitor visitor, Office office, FakePerson person) {
        this.visitor = visitor;
        this.office = office;
        this.person = person;
    }

    /** From a page that needs a login to where the PIN can be obtained. */
    Login identify(String path) {
        visitor.open(path);
        return number().contrast();
    }

    Login number() {
        visitor.isAt("login.title.IDENTIFY")
                .types("login.number", person.typedNumber())
                .presses("login.continue");
        return this;
    }

    /** Of a DNI with a date of validity. */
    Login contrast() {
        return contrast("login.dni.dated.label");
    }

    Login contrast(String label) {
        visitor.isAt("login.title.CONTRAST");
        visitor.types(label, person.typedContrast()).presses("login.continue").isAt("login.title.OBTAIN");
        return this;
    }

    Login obtain() {
        visitor.presses("login.obtain").isAt("login.title.ENTER");
        return this;
    }

    Login access() {
        return access(office.pinOf(person));
    }

    Login access(String pin) {
        visitor.types("login.pin", pin).presses("login.access");
        return this;
    }

    /** Until the person may be sent another PIN. A page counts down by itself, or is loaded again. */
    Login waitForAnother() {
        office.later(Duration.ofSeconds(61));
        return this;
    }

    /** All of it, for who wants to be inside. */
    Login enter(String path) {
        return identify(path).obtain().access();
    }
}
