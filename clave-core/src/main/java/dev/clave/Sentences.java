package dev.clave;

import dev.clave.identity.Problem;
import dev.clave.internal.texts.Box;
import dev.clave.internal.texts.Wording;
import dev.clave.spi.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sentence for the person, in the person's language, for whatever a call answers.
 *
 * <pre>{@code
 * page.say(Sentences.in(Language.GL).of(outcome));
 * }</pre>
 *
 * <p>The sentences say what happened and what to do next. They never repeat what was typed and never say what would
 * have been right; the one for {@link Refused} is the same whoever it is about. They are plain text: escape them for
 * the page like any other.
 *
 * <p>Times are those of Madrid unless {@link #withZone} says otherwise. A time until which something holds is rounded
 * down to the minute, one from which it holds is rounded up. The time of {@link TryLater} comes with its date, unless
 * {@link #asOf} has told that it is today's.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Sentences {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Wording wording;
    private final ZoneId zone;
    private final @Nullable Instant now;

    private Sentences(Wording wording, ZoneId zone, @Nullable Instant now) {
        this.wording = wording;
        this.zone = Objects.requireNonNull(zone, "zone");
        this.now = now;
    }

    /**
     * The sentences of a language.
     *
     * @param language the person's language
     * @return its sentences
     */
    public static Sentences in(Language language) {
        return new Sentences(Wording.in(language), ZoneId.of("Europe/Madrid"), null);
    }

    /**
     * The same with the times of another zone.
     *
     * @param zone where the times are to hold, such as {@code Atlantic/Canary}
     * @return such sentences
     */
    public Sentences withZone(ZoneId zone) {
        return new Sentences(wording, zone, now);
    }

    /**
     * The same for a page that is shown at that time: dates that are those of that day are left out.
     *
     * @param now the time
     * @return such sentences
     */
    public Sentences asOf(Instant now) {
        return new Sentences(wording, zone, Objects.requireNonNull(now, "now"));
    }

    /**
     * What a call answered.
     *
     * @param outcome the answer
     * @return a sentence or two, never empty
     */
    public String of(Outcome outcome) {
        if (outcome instanceof IdentifyOutcome identify) {
            return ofIdentify(identify);
        }
        if (outcome instanceof PinOutcome pin) {
            return ofPin(pin);
        }
        return outcome instanceof Activated ? wording.text("activated") : ofAccess((AccessOutcome) outcome);
    }

    /**
     * What is wrong with what was typed.
     *
     * @param field where it was typed
     * @param problem what is wrong with it
     * @return a sentence or two, never empty, whatever the pair
     */
    public String of(Field field, Problem problem) {
        return box(field).sentence(wording, problem);
    }

    /**
     * Why a login does not go on.
     *
     * @param reason why
     * @return a sentence or two, never empty
     */
    public String of(Reason reason) {
        return wording.text("reason." + reason.name());
    }

    private String ofIdentify(IdentifyOutcome outcome) {
        if (outcome instanceof Identified login) {
            return wording.text("identified", Map.of("time", time(login.endsAt())));
        }
        return outcome instanceof Refused ? wording.text("refused") : ofAny(outcome);
    }

    private String ofPin(PinOutcome outcome) {
        if (outcome instanceof PinSent sent) {
            MaskedRoute to = sent.route();
            return wording.text("sent." + to.route().name(), Map.of("to", to.masked(), "time", time(sent.expiresAt())));
        }
        return outcome instanceof NotSent not ? of(not.reason()) : ofAny(outcome);
    }

    private String ofAccess(AccessOutcome outcome) {
        if (outcome instanceof Granted granted) {
            return wording.text(granted.purpose() instanceof Purpose.Signature ? "granted.sign" : "granted.access");
        }
        return outcome instanceof WrongPin wrong ? ofWrongPin(wrong.attemptsLeft()) : ofAny(outcome);
    }

    private String ofAny(Outcome outcome) {
        if (outcome instanceof Mistyped mistyped) {
            return of(mistyped.field(), mistyped.problem());
        }
        return outcome instanceof TryLater later ? ofTryLater(later.at()) : of(((Denied) outcome).reason());
    }

    private String ofWrongPin(int attemptsLeft) {
        if (attemptsLeft <= 0) {
            return wording.text("wrong.none");
        }
        return attemptsLeft == 1
                ? wording.text("wrong.one")
                : wording.text("wrong.many", Map.of("attempts", Integer.toString(attemptsLeft)));
    }

    private String ofTryLater(Instant at) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        ZonedDateTime from = (minute.equals(at) ? minute : minute.plus(1, ChronoUnit.MINUTES)).atZone(zone);
        if (now != null && LocalDate.ofInstant(now, zone).equals(from.toLocalDate())) {
            return wording.text("later.today", Map.of("time", TIME.format(from)));
        }
        return wording.text(
                "later.dated",
                Map.of(
                        "time", TIME.format(from),
                        "day", two(from.getDayOfMonth()),
                        "month", two(from.getMonthValue()),
                        "year", Integer.toString(from.getYear())));
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static Box box(Field field) {
        return switch (field) {
            case NUMBER -> Box.NUMBER;
            case CONTRAST -> Box.CONTRAST;
            case CODE -> Box.CODE;
            case PIN -> Box.PIN;
            case SEALING_KEY, SIGNING_KEY, PUSH_ADDRESS -> Box.DEVICE;
            case DEVICE_NAME -> Box.DEVICE_NAME;
        };
    }
}
