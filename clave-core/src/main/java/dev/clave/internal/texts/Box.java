package dev.clave.internal.texts;

import dev.clave.identity.Problem;
import java.util.List;

/**
 * What a person was asked to type, as narrowly as is known: a sentence about a date need not speak of support numbers.
 */
public enum Box {
    /** The identity number. */
    NUMBER("number", "any"),
    /** The validity date. */
    VALIDITY_DATE("validity", "date", "any"),
    /** The issue date. */
    ISSUE_DATE("issue", "date", "any"),
    /** One of the two dates of a DNI. */
    DATE("date", "any"),
    /** The support number. */
    SUPPORT_NUMBER("support", "any"),
    /** Any contrast datum. */
    CONTRAST("contrast", "any", "date", "issue", "support"),
    /** The custom code. */
    CODE("code"),
    /** The PIN. */
    PIN("pin"),
    /** What an app sends of its device without asking the person. */
    DEVICE("device"),
    /** The name of a device. */
    DEVICE_NAME("name");

    private static final String OTHER = "OTHER";

    @SuppressWarnings("ImmutableEnumChecker") // a list that List.of has made
    private final List<String> families;

    Box(String... families) {
        this.families = List.of(families);
    }

    /** What is wrong and what to do about it: the narrowest sentence there is. */
    public String sentence(Wording wording, Problem problem) {
        return wording.text(key(wording, problem));
    }

    String key(Wording wording, Problem problem) {
        return families.stream()
                .map(family -> family + "." + problem.name())
                .filter(wording::has)
                .findFirst()
                .orElseGet(() -> general(wording));
    }

    private String general(Wording wording) {
        return families.stream()
                .map(family -> family + "." + OTHER)
                .filter(wording::has)
                .findFirst()
                .orElseThrow();
    }
}
