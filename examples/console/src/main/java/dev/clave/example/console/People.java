package dev.clave.example.console;

import dev.clave.spi.Language;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The people who can be played, so that a newcomer has something to type. */
final class People {
    private static final int NAME = 8;
    private static final int NUMBER = 11;
    private static final int DATUM = 12;
    private static final int SMS = 5;

    private People() {}

    static List<String> table(Speech speech) {
        List<String> lines = new ArrayList<>();
        lines.add(row("", speech.text("people.number"), speech.text("people.datum"), "SMS", ""));
        Stream.concat(FakePeople.everybody().stream(), Stream.of(FakePeople.ULISES))
                .forEach(person -> lines.add(row(person, speech)));
        lines.add("");
        return lines;
    }

    private static String row(FakePerson person, Speech speech) {
        Language language = person.person().language();
        return row(
                person.name(),
                person.typedNumber(),
                person.typedContrast(),
                language == Language.CA_VALENCIA ? "va" : language.tag(),
                speech.text("people." + person.name()));
    }

    private static String row(String name, String number, String datum, String sms, String special) {
        String row =
                Layout.pad(name, NAME) + Layout.pad(number, NUMBER) + Layout.pad(datum, DATUM) + Layout.pad(sms, SMS);
        return (row + special).stripTrailing();
    }
}
