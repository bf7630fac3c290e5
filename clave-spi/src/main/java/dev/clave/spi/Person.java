package dev.clave.spi;

import dev.clave.identity.ContrastData;
import java.util.Objects;
import java.util.Optional;

/**
 * What the host knows of a person who may log in, as a {@link PersonRegistry} gives it.
 *
 * <pre>{@code
 * Person.registered("citizen-4711", ValidityDate.of(LocalDate.of(2031, 3, 15)))
 *     .withPhone(PhoneNumber.of("+34600000018"))
 *     .withLanguage(Language.GL)
 *     .withLevel(Level.ADVANCED)
 * }</pre>
 *
 * <p>Immutable; its components print redacted or masked.
 *
 * @param subject the host's own id of the person, 1 to 128 characters; it comes back in the grant and is never stored
 * @param contrast the datum of the document that the person holds now
 * @param phone the mobile phone to which an SMS may go; without one there is no login
 * @param language the language of the messages that are sent
 * @param level how the person was registered
 * @param status whether the registration is in force
 */
public record Person(
        String subject,
        ContrastData contrast,
        Optional<PhoneNumber> phone,
        Language language,
        Level level,
        Status status) {

    /** Whether a registration is in force. */
    public enum Status {
        /** In force. */
        ACTIVE,
        /**
         * Given up by the person, revoked by the host, or ended by a death: no login, and no hint that there was one.
         */
        REVOKED
    }

    private static final int LONGEST_SUBJECT = 128;

    /**
     * Refuses null and a subject without or with too many characters.
     *
     * @param subject the host's own id of the person, 1 to 128 characters
     * @param contrast the datum of the document that the person holds now
     * @param phone the mobile phone to which an SMS may go
     * @param language the language of the messages that are sent
     * @param level how the person was registered
     * @param status whether the registration is in force
     * @throws IllegalArgumentException if the subject has not 1 to 128 characters
     */
    public Person {
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("a subject has 1 to " + LONGEST_SUBJECT + " characters");
        }
        Objects.requireNonNull(contrast, "contrast");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(status, "status");
    }

    /**
     * A person whose registration is in force: basic, in Spanish, without a phone, until said otherwise.
     *
     * @param subject the host's own id of the person
     * @param contrast the datum of the document that the person holds now
     * @return the person
     */
    public static Person registered(String subject, ContrastData contrast) {
        return new Person(subject, contrast, Optional.empty(), Language.ES, Level.BASIC, Status.ACTIVE);
    }

    /**
     * The same person with a phone.
     *
     * @param newPhone the mobile phone to which an SMS may go
     * @return the person
     */
    public Person withPhone(PhoneNumber newPhone) {
        return new Person(subject, contrast, Optional.of(newPhone), language, level, status);
    }

    /**
     * The same person with another document.
     *
     * @param newContrast the datum of the document that the person holds now
     * @return the person
     */
    public Person withContrast(ContrastData newContrast) {
        return new Person(subject, newContrast, phone, language, level, status);
    }

    /**
     * The same person, to be written to in another language.
     *
     * @param newLanguage the language
     * @return the person
     */
    public Person withLanguage(Language newLanguage) {
        return new Person(subject, contrast, phone, newLanguage, level, status);
    }

    /**
     * The same person, registered at another level.
     *
     * @param newLevel the level
     * @return the person
     */
    public Person withLevel(Level newLevel) {
        return new Person(subject, contrast, phone, language, newLevel, status);
    }

    /**
     * The same person, whose registration is in force or not.
     *
     * @param newStatus the status
     * @return the person
     */
    public Person withStatus(Status newStatus) {
        return new Person(subject, contrast, phone, language, level, newStatus);
    }

    /**
     * The same person without a phone.
     *
     * @return the person
     */
    public Person withoutPhone() {
        return new Person(subject, contrast, Optional.empty(), language, level, status);
    }

    /** Without the host's own id, which may be personal. */
    @Override
    public String toString() {
        return "Person[phone=" + phone + ", language=" + language + ", level=" + level + ", status=" + status + "]";
    }
}
