package dev.clave;

import dev.clave.identity.IdentityNumber;
import dev.clave.internal.flow.Activate;
import dev.clave.internal.flow.AnswerDevice;
import dev.clave.internal.flow.AnswerDevice.Answered;
import dev.clave.internal.flow.Counts;
import dev.clave.internal.flow.Deactivate;
import dev.clave.internal.flow.Workbench;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The app: one device for each person at the most, to which PINs go first, and on which alone they can be read.
 *
 * <p>A device is activated by a login of its own: {@link Clave#identify} with {@link LoginRequest#toActivate}, {@link Clave#obtainPin},
 * which sends by SMS, and {@link #activate}. From then on the app asks, and {@link #answer} answers. For all threads.
 */
public final class Devices {
    private final Activate activate;
    private final AnswerDevice answerDevice;
    private final Deactivate deactivate;
    private final Counts counts;

    Devices(Workbench bench, Deactivate deactivate, Counts counts) {
        this.activate = new Activate(bench);
        this.answerDevice = new AnswerDevice(bench, deactivate);
        this.deactivate = deactivate;
        this.counts = counts;
    }

    /**
     * Holds a PIN against the one that was sent, to activate a device in the place of the one that is active now. The person is told by
     * SMS, and the device that was replaced by its push address. It identifies nobody.
     *
     * @param handle the handle of the login, opened to activate
     * @param pin the PIN, as it was typed
     * @param device the very device for which the login was opened: other keys are a wrong PIN; name and push address are taken as they are
     *     given now
     * @return {@link Activated} once for each login, or why not; what cannot be a PIN or a device is {@link Mistyped} and costs nothing
     * @throws ClaveUnavailableException if a socket has failed. When that is the audit or the store after the device was activated, or the registry
     *     lost its answer, the device may be active without its token having left: PINs go by SMS on request, and the person activates it anew
     */
    public ActivationOutcome activate(LoginHandle handle, @Nullable String pin, NewDevice device) {
        return counts.of("activate")
                .count(() -> device.fault()
                        .<ActivationOutcome>map(fault -> fault)
                        .orElseGet(() -> activate.activate(handle, pin, device.offer())));
    }

    /**
     * Answers what an app sends: whether a PIN waits for it, that a login is not the person's, that it be deactivated. The guide of
     * clave-core has the format. Pass the body of a POST on, whoever sent it, and the answer back as {@code application/json}, with
     * {@code Cache-Control: no-store}.
     *
     * <p>A poll costs one look at the store, and writes nothing. Whatever is wrong with a request, the answer is the same as when there is
     * no PIN, for the same work. {@link Clave#counts} tells why: {@code answer.} and {@code SHOWN}, {@code NOTHING}, {@code DONE}, {@code NOT_DONE},
     * {@code MALFORMED}, {@code UNKNOWN_TOKEN}, {@code FORGED} or {@code UNTIMELY}.
     *
     * @param request the body; of more than 2,048 bytes nothing is read
     * @return the answer, never empty
     * @throws ClaveUnavailableException if a socket has failed: answer with status 503
     */
    public byte[] answer(byte[] request) {
        Objects.requireNonNull(request, "request");
        return counts.of("answer")
                .count(() -> answerDevice.answer(request), Answered::end)
                .body();
    }

    /**
     * The device that is active, for a page of the account.
     *
     * @param person whose
     * @return the device, empty when there is none
     * @throws ClaveUnavailableException if the registry has failed
     */
    public Optional<Device> of(IdentityNumber person) {
        return deactivate.find(person);
    }

    /**
     * Ends the activation of a device from the account: PINs go by SMS again, and one that waits for the device is dead. A device that is
     * not active any more stays so. It is audited.
     *
     * @param person whose
     * @param device which, by {@link #of}
     * @param by who of the host does it, for the audit: 1 to 64 characters
     * @throws IllegalArgumentException if {@code by} cannot stand in an audit
     * @throws ClaveUnavailableException if a socket has failed: repeat it with the same id, by which what is left to be done is done
     */
    public void deactivate(IdentityNumber person, DeviceId device, String by) {
        counts.of("deactivate").count(() -> deactivate.byAccount(person, device, by));
    }
}
