package dev.clave.spring.security;

import dev.clave.Denied;
import dev.clave.Field;
import dev.clave.Mistyped;
import dev.clave.NotSent;
import dev.clave.Outcome;
import dev.clave.Reason;
import dev.clave.Refused;
import dev.clave.Sentences;
import dev.clave.TryLater;
import dev.clave.WrongPin;
import dev.clave.identity.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * What the next page says, as it travels in a cookie: names and numbers alone, so that nobody can have the page say what is not among our sentences.
 */
final class Notice {
    /** Something that clave stands on has failed. */
    static final String UNAVAILABLE = "Page.unavailable";
    /** The PIN was right, and of somebody else than who is logged in. */
    static final String OTHER_PERSON = "Page.otherPerson";
    /** A person other than the one who is logged in wants in. */
    static final String OTHER_USER = "Page.otherUser";
    /** Nobody is logged in any more. */
    static final String SIGNED_OUT = "Page.signedOut";
    /** The login that is going on in this browser is for something else than the page that asks. */
    static final String OTHER_LOGIN = "Page.otherLogin";
    /** The PIN was right, and the application has no account for the person, or it is closed. */
    static final String NO_ACCOUNT = "Page.noAccount";
    /** What is to be signed is not there. */
    static final String NO_TEXT = "Page.noText";

    private static final String SEPARATOR = ".";
    private static final int LONGEST_NUMBER = 15;

    private Notice() {}

    static String of(Outcome outcome) {
        String type = outcome.getClass().getSimpleName();
        if (outcome instanceof Mistyped mistyped) {
            return String.join(
                    SEPARATOR, type, mistyped.field().name(), mistyped.problem().name());
        }
        if (outcome instanceof TryLater later) {
            return type + SEPARATOR + later.at().toEpochMilli();
        }
        if (outcome instanceof WrongPin wrong) {
            return type + SEPARATOR + wrong.attemptsLeft();
        }
        if (outcome instanceof Denied denied) {
            return type + SEPARATOR + denied.reason();
        }
        return outcome instanceof NotSent notSent ? type + SEPARATOR + notSent.reason() : type;
    }

    /** The sentence of a notice; empty for what is none. */
    static Optional<String> sentence(String notice, Sentences sentences, PageTexts texts) {
        if (notice.startsWith("Page.")) {
            return texts.find("notice." + notice.substring("Page.".length()));
        }
        try {
            return outcome(notice).map(sentences::of);
        } catch (IllegalArgumentException noneOfOurs) {
            return Optional.empty();
        }
    }

    /** What clave answered, where the notice is of that. */
    static Optional<Outcome> outcome(String notice) {
        try {
            return outcome(notice.split("\\.", -1));
        } catch (IllegalArgumentException noneOfOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Outcome> outcome(String[] parts) {
        String type = parts[0];
        if (parts.length == 1) {
            return type.equals("Refused") ? Optional.of(new Refused()) : Optional.empty();
        }
        if (parts.length == 3) {
            return type.equals("Mistyped")
                    ? Optional.of(new Mistyped(Field.valueOf(parts[1]), Problem.valueOf(parts[2])))
                    : Optional.empty();
        }
        return parts.length == 2 ? outcome(type, parts[1]) : Optional.empty();
    }

    private static Optional<Outcome> outcome(String type, String part) {
        return switch (type) {
            case "TryLater" -> Optional.of(new TryLater(Instant.ofEpochMilli(number(part))));
            case "WrongPin" -> Optional.of(new WrongPin((int) Math.min(number(part), 10)));
            case "Denied" -> Optional.of(new Denied(Reason.valueOf(part)));
            case "NotSent" -> Optional.of(new NotSent(Reason.valueOf(part)));
            default -> Optional.empty();
        };
    }

    private static long number(String digits) {
        if (digits.length() > LONGEST_NUMBER || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new NumberFormatException("no number of ours");
        }
        return Long.parseLong(digits);
    }
}
