package dev.clave.spi;

import dev.clave.identity.IdentityNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which device has the app, for each person: one at the most. A host keeps it where it keeps its people.
 *
 * <pre>
 * create table device (
 *   person       varchar(9)    primary key,        -- one row for each person is the rule itself
 *   device_id    binary(16)    not null,
 *   sealing_key  binary(65)    not null,
 *   signing_key  binary(65)    not null,
 *   name         varchar(40)   not null,
 *   push         varchar(1024),
 *   activated_at bigint        not null            -- milliseconds
 * )
 * </pre>
 *
 * <p><b>Who calls it:</b> each step of a login that chooses a route, and the one that verifies a PIN that went by app ({@code find});
 * an activation; a deactivation, from the device or from the account. No poll does. <b>Concurrently:</b> yes, from any thread.
 * <b>May it block:</b> yes, the person waits for it. <b>A throw</b> counts as no device while a route is chosen; at the verification
 * of a PIN that went by app, and at an activation, it ends the step closed, and nothing is charged.
 *
 * <p>Whether something is active is decided here and nowhere else: {@code activate} and {@code deactivate} compare and set in one
 * statement each, committed before they answer, and {@code find} sees at once what any node has written.
 */
public interface DeviceRegistry {

    /**
     * The active device of a person.
     *
     * @param person whose
     * @return the device, empty when there is none; never null
     */
    Optional<Device> find(IdentityNumber person);

    /**
     * Makes a device the active one, in the place of the one that is named and of no other.
     *
     * @param person whose
     * @param device the new device
     * @param replaced the device that is active now, by {@link #find}; null when there is none
     * @return true for exactly one of all who name the same predecessor; false, with nothing changed, when another device is active, or
     *     none is although one was named
     */
    boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced);

    /**
     * Ends the activation of a device.
     *
     * @param person whose
     * @param device which
     * @return true for exactly one caller; false, with nothing changed, when that device is not the active one
     */
    boolean deactivate(IdentityNumber person, DeviceId device);
}
