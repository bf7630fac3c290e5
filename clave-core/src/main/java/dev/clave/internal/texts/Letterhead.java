package dev.clave.internal.texts;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a host puts on its messages.
 *
 * @param organisation who writes, at most 24 septets of the GSM 7-bit alphabet; folded to it
 * @param host the name of the site at which the PIN is to be typed, for the origin-bound last line; at most 30
 *     characters
 * @param zone where the times hold
 */
public record Letterhead(Optional<String> organisation, Optional<String> host, ZoneId zone) {
    /** The most septets an organisation may have. */
    public static final int LONGEST_ORGANISATION = 24;

    /** The most characters a host name may have. */
    public static final int LONGEST_HOST = 30;

    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?");

    /**
     * Folds and checks.
     *
     * @throws IllegalArgumentException if the organisation is blank, too long or holds what an SMS cannot carry, or
     *     the host name is none
     */
    public Letterhead {
        organisation = organisation.map(name -> Line.of("the organisation", name, LONGEST_ORGANISATION));
        host.ifPresent(Letterhead::check);
        Objects.requireNonNull(zone, "zone");
    }

    /** No organisation, no host name, the time of Madrid. */
    public static Letterhead plain() {
        return new Letterhead(Optional.empty(), Optional.empty(), ZoneId.of("Europe/Madrid"));
    }

    /** The same of that organisation. */
    public Letterhead withOrganisation(String name) {
        return new Letterhead(Optional.of(name), host, zone);
    }

    /** The same of that site. */
    public Letterhead withHost(String name) {
        return new Letterhead(organisation, Optional.of(name), zone);
    }

    /** The same in that zone. */
    public Letterhead withZone(ZoneId other) {
        return new Letterhead(organisation, host, other);
    }

    private static void check(String host) {
        if (host.length() > LONGEST_HOST) {
            throw new IllegalArgumentException(
                    "the host name has " + host.length() + " characters, more than " + LONGEST_HOST);
        }
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "the host name is not a DNS name in lower case, without scheme, port and path");
        }
    }
}
