package dev.clave.internal.flow;

import dev.clave.ExpiredDocuments;
import dev.clave.PinPolicy;
import dev.clave.Reason;
import dev.clave.identity.ContrastData;
import dev.clave.identity.Dni;
import dev.clave.identity.IdentityNumber;
import dev.clave.identity.SupportNumber;
import dev.clave.identity.TypedContrast;
import dev.clave.identity.ValidityDate;
import dev.clave.internal.guard.Host;
import dev.clave.spi.AuditEvent.Cause;
import dev.clave.spi.Level;
import dev.clave.spi.Person;
import dev.clave.spi.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Whether somebody may log in at all, by what the registry says now. */
public final class Accounts {
    /** To whom an SMS would go if there were a phone, so that none takes the same work. */
    private static final PhoneNumber NOBODYS_PHONE = PhoneNumber.of("+34600000000");

    /** Who is looked at in place of an unknown person, so that it takes the same work: nothing is wrong with them, and no document expires. */
    private static final Person NOBODY_WITH_DNI = nobody(ValidityDate.of(LocalDate.of(9998, 12, 31)));

    private static final Person NOBODY_WITH_NIE = nobody(SupportNumber.of("E00000000"));

    private final Host host;
    private final PinPolicy policy;
    private final ZoneId zone;

    /** The accounts of a host's registry; a document expires at the end of a day in this zone. */
    public Accounts(Host host, PinPolicy policy, ZoneId zone) {
        this.host = host;
        this.policy = policy;
        this.zone = zone;
    }

    private static Person nobody(ContrastData contrast) {
        return Person.registered("nobody", contrast).withPhone(NOBODYS_PHONE);
    }

    Optional<Person> find(IdentityNumber number) {
        return host.find(number);
    }

    /** Why number and datum do not open a login, empty when they do. All is looked at, whoever it is and whatever else is wrong. */
    Optional<Cause> mismatch(IdentityNumber number, Optional<Person> found, TypedContrast typed, long now) {
        Person person = found.orElse(number instanceof Dni ? NOBODY_WITH_DNI : NOBODY_WITH_NIE);
        boolean matches = typed.matches(person.contrast());
        Optional<Cause> account = fault(person, now);
        if (found.isEmpty()) {
            return Optional.of(Cause.UNKNOWN_PERSON);
        }
        return account.isPresent() || matches ? account : Optional.of(Cause.WRONG_DATUM);
    }

    private Optional<Cause> fault(Person person, long now) {
        boolean allowed = policy.allowsSmsTo(person.phone().orElse(NOBODYS_PHONE));
        boolean expired = hasExpired(person.contrast(), now);
        if (person.status() != Person.Status.ACTIVE) {
            return Optional.of(Cause.NOT_IN_FORCE);
        }
        if (person.phone().isEmpty() || !allowed) {
            return Optional.of(Cause.NO_PHONE);
        }
        return expired ? Optional.of(Cause.EXPIRED_DOCUMENT) : Optional.empty();
    }

    private boolean hasExpired(ContrastData contrast, long now) {
        if (policy.expiredDocuments() != ExpiredDocuments.REFUSE) {
            return false;
        }
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(now), zone);
        return contrast instanceof ValidityDate validity && validity.date().isBefore(today);
    }

    /** Why an open login may not go on, empty when it may. */
    Optional<Reason> gate(Optional<Person> person, Level required, long now) {
        if (person.isEmpty() || fault(person.get(), now).isPresent()) {
            return Optional.of(Reason.NOT_IN_FORCE);
        }
        return suffices(person.get(), required) ? Optional.empty() : Optional.of(Reason.LEVEL_TOO_LOW);
    }

    static boolean suffices(Person person, Level required) {
        return required.compareTo(person.level()) <= 0;
    }

    /** The phone to which a PIN may go; one that the policy forbids is as none. */
    Optional<PhoneNumber> phone(Person person) {
        return person.phone().filter(policy::allowsSmsTo);
    }
}
