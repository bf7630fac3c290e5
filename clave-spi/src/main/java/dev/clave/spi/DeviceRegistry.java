package dev.clave.spi;

import dev.clave.identity.IdentityNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which device has the app, for each person: one at the most. A host keeps it where it keeps its people.
 *
 * <pre>
 * create table device (
 *   person       varchar(9)    primary key,        -- IdentityNumber.value(): one row for each person is the rule itself
 *   device_id    binary(16)    not null,           -- bytea in PostgreSQL, raw in Oracle
 *   sealing_key  binary(65)    not null,
 *   signing_key  binary(65)    not null,
 *   name         varchar(40)   not null,
 *   push         varchar(1024),
 *   activated_at bigint        not null            -- milliseconds
 * )
 * activate, nobody replaced:  insert; a duplicate key is false, every other failure a throw
 * activate, one replaced:     update … where person = ? and device_id = ?
 * deactivate:                 delete  where person = ? and device_id = ?
 * </pre>
 *
 * <p><b>Who calls it:</b> each step of a login that chooses a route, and the one that verifies a PIN that went by app ({@code find});
 * an activation; a deactivation, from the device or from the account; a device that says that a login is not its owner's. No poll does.
 * <b>Concurrently:</b> yes, from any thread. <b>May it block:</b> yes, the person waits for it. <b>A throw</b> counts as no device while a
 * route is chosen; everywhere else it ends the step closed, and no attempt is charged.
 *
 * <p>Whether something is active is decided here and nowhere else: {@code activate} and {@code deactivate} compare and set in one
 * statement each, committed in a transaction of their own before they answer, and {@code find} sees at once what any node has written.
 *
 * <p>To take a device from a person call {@code Devices.deactivate} of clave-core; do not remove the row by hand. A poll does not look
 * here: it would go on showing a PIN that is sealed already, which is then a wrong one.
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
     * @return true for exactly one of all who name the same predecessor at once; false, with nothing changed, when another device is active, or
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
