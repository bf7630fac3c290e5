package dev.clave;

import dev.clave.identity.IdentityNumber;
import dev.clave.internal.flow.Close;
import dev.clave.internal.flow.Counts;
import dev.clave.internal.flow.Deactivate;
import dev.clave.internal.flow.Identify;
import dev.clave.internal.flow.SendPin;
import dev.clave.internal.flow.Verify;
import dev.clave.internal.flow.Workbench;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.Language;
import dev.clave.spi.Route;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Logs people in: {@link #identify} a person by number and datum, {@link #obtainPin} for that login, {@link #verify} what the person typed.
 *
 * <p>People get values: what a person typed, however wrong or hostile, is answered with an outcome. Machines throw: {@link
 * ClaveUnavailableException} when something that clave stands on has failed; nobody was let in then. No outcome leaves before the entry that
 * records it is written.
 *
 * <p>One instance for each tenant, for all threads; several instances, in one process or many, may share a store and keys. It starts no
 * thread.
 */
public final class Clave {
    private final Workbench bench;
    private final Identify identify;
    private final SendPin sendPin;
    private final Verify verify;
    private final Close close;
    private final Devices devices;
    private final Counts counts;

    Clave(Workbench bench) {
        this.bench = bench;
        this.counts = new Counts();
        this.identify = new Identify(bench);
        this.sendPin = new SendPin(bench);
        this.verify = new Verify(bench);
        Deactivate deactivate = new Deactivate(bench);
        this.close = new Close(bench, deactivate);
        this.devices = new Devices(bench, deactivate, counts);
    }

    /**
     * Begins to put a clave together.
     *
     * @return a builder that knows nothing yet
     */
    public static ClaveBuilder builder() {
        return new ClaveBuilder();
    }

    /**
     * Opens a login to identify a person.
     *
     * @param number the identity number, as it was typed; null reads as empty
     * @param contrast the validity date of a DNI, the issue date of a permanent DNI or the support number of a NIE, as it was typed
     * @return {@link Identified} with the handle for the next calls, or why not
     * @throws ClaveUnavailableException if a socket has failed
     */
    public IdentifyOutcome identify(@Nullable String number, @Nullable String contrast) {
        return identify(LoginRequest.of(number, contrast));
    }

    /**
     * Opens a login. Any earlier login of the same person is over.
     *
     * @param request what was typed, and what the host knows of the request
     * @return {@link Identified} with the handle for the next calls, or why not
     * @throws IllegalStateException if it is to activate a device, and this clave knows none
     * @throws ClaveUnavailableException if a socket has failed
     */
    public IdentifyOutcome identify(LoginRequest request) {
        if (request.purpose() instanceof Purpose.Activation) {
            devices();
        }
        return counts.of("identify")
                .count(() -> request.fault()
                        .<IdentifyOutcome>map(fault -> fault)
                        .orElseGet(() -> identify.identify(request.number(), request.contrast(), request)));
    }

    /**
     * Makes the first PIN of a login and sends it, with a random code: to the app when a device is active, else by SMS. Asked again it
     * sends nothing and answers like {@link #status}.
     *
     * @param handle the handle of the login
     * @return {@link PinSent} with the code to show, or why not: {@link TryLater} within 60 seconds of the last PIN that was sent to this
     *     person, in whatever login, an activation included
     * @throws ClaveUnavailableException if a socket has failed
     */
    public PinOutcome obtainPin(LoginHandle handle) {
        return counts.of("obtainPin").count(() -> sendPin.obtain(handle));
    }

    /**
     * Makes the first PIN of a login and sends it, with a code of the person's choice.
     *
     * @param handle the handle of the login
     * @param code four letters A to Z or digits, as they were typed, in any case
     * @return {@link PinSent} with the code to show, or why not
     * @throws ClaveUnavailableException if a socket has failed
     */
    public PinOutcome obtainPin(LoginHandle handle, @Nullable String code) {
        return counts.of("obtainPin").count(() -> sendPin.obtainWith(handle, code));
    }

    /**
     * Makes another PIN and sends it the way that the one before went, by SMS when no device is active any more. The one before is dead in
     * the same step, attempts that were used stay used, and the code stays.
     *
     * @param handle the handle of the login
     * @return {@link PinSent}, or why not: {@link TryLater} within 60 seconds of the last one
     * @throws ClaveUnavailableException if a socket has failed
     */
    public PinOutcome requestAgain(LoginHandle handle) {
        return counts.of("requestAgain").count(() -> sendPin.again(handle, null));
    }

    /**
     * The same along a way that the person chose, such as an SMS in the place of the app ("Request SMS").
     *
     * @param handle the handle of the login
     * @param route the way
     * @return as for the other method; {@link NotSent} with {@link Reason#UNDELIVERABLE}, and nothing charged, when no device is active to
     *     which it could go, or the login is to activate one
     * @throws ClaveUnavailableException if a socket has failed
     */
    public PinOutcome requestAgain(LoginHandle handle, Route route) {
        Objects.requireNonNull(route, "route");
        return counts.of("requestAgain").count(() -> sendPin.again(handle, route));
    }

    /**
     * Holds a PIN against the one that was sent, to identify the person.
     *
     * @param handle the handle of the login, opened to identify
     * @param pin the PIN, as it was typed
     * @return {@link Granted} once for each login, or why not; what cannot be a PIN is {@link Mistyped} and costs nothing
     * @throws ClaveUnavailableException if a socket has failed
     */
    public AccessOutcome verify(LoginHandle handle, @Nullable String pin) {
        return counts.of("verify").count(() -> verify.verify(handle, pin, Optional.empty()));
    }

    /**
     * Holds a PIN against the one that was sent, to sign a text.
     *
     * @param handle the handle of the login, opened to sign
     * @param pin the PIN, as it was typed
     * @param text the very text; another one than was announced is a wrong PIN
     * @return {@link Granted} with the purpose {@link Purpose.Signature}, once for each login, or why not
     * @throws ClaveUnavailableException if a socket has failed
     */
    public AccessOutcome verify(LoginHandle handle, @Nullable String pin, byte[] text) {
        return counts.of("verify").count(() -> verify.verify(handle, pin, Optional.of(TextDigest.of(text))));
    }

    /**
     * Holds a PIN against the one that was sent, to sign a text.
     *
     * @param handle the handle of the login, opened to sign
     * @param pin the PIN, as it was typed
     * @param text the very text, signed as its UTF-8 bytes
     * @return as for the other method
     * @throws IllegalArgumentException if the text holds an unpaired surrogate
     * @throws ClaveUnavailableException if a socket has failed
     */
    public AccessOutcome verify(LoginHandle handle, @Nullable String pin, String text) {
        TextDigest digest = TextDigest.of(text);
        return counts.of("verify").count(() -> verify.verify(handle, pin, Optional.of(digest)));
    }

    /**
     * What a login waits for, for a page that is loaded again. Nothing is sent, nothing changes.
     *
     * @param handle the handle of the login
     * @return {@link PinSent} while a PIN is alive, else {@link NotSent} with the reason
     * @throws ClaveUnavailableException if a socket has failed
     */
    public PinOutcome status(LoginHandle handle) {
        return counts.of("status").count(() -> sendPin.status(handle));
    }

    /**
     * Ends a login that is open: its PIN is dead.
     *
     * @param handle the handle of the login
     * @return {@link Reason#CANCELLED}; or how it had ended before, such as {@link Reason#ALREADY_USED}
     * @throws ClaveUnavailableException if a socket has failed
     */
    public Reason cancel(LoginHandle handle) {
        return counts.of("cancel").count(() -> close.cancel(handle));
    }

    /**
     * The app, and the devices that have it.
     *
     * @return the calls that concern them
     * @throws IllegalStateException if this clave was built without a registry of devices
     */
    public Devices devices() {
        if (!bench.host().knowsDevices()) {
            throw new IllegalStateException("this clave knows no devices: build it with devices(...)");
        }
        return devices;
    }

    /**
     * Clears the wrong PINs in a row of a person, and with them a block. Budgets stay as they are. It is audited.
     *
     * @param person whom
     * @param by who of the host does it, for the audit: 1 to 64 characters
     * @throws IllegalArgumentException if {@code by} cannot stand in an audit
     * @throws ClaveUnavailableException if a socket has failed
     */
    public void unblock(IdentityNumber person, String by) {
        counts.of("unblock").count(() -> close.unblock(person, by));
    }

    /**
     * Forgets a person, as far as attackers can be let: the login is over and gone, and no device is active; counts and a block stay, under
     * a pseudonym, until their time. It is audited. The host erases its own registry and audit.
     *
     * @param person whom
     * @param by who of the host does it, for the audit: 1 to 64 characters
     * @throws IllegalArgumentException if {@code by} cannot stand in an audit
     * @throws ClaveUnavailableException if a socket has failed
     */
    public void forget(IdentityNumber person, String by) {
        counts.of("forget").count(() -> close.forget(person, by));
    }

    /**
     * The language that was chosen when the login was opened, so that a page needs no session to know it.
     *
     * @param handle the handle of the login
     * @return the language; empty when none was chosen, and for garbage
     * @throws ClaveUnavailableException if the key ring has failed
     */
    public Optional<Language> languageOf(LoginHandle handle) {
        return bench.handles().open(handle).flatMap(content -> content.language());
    }

    /**
     * The pseudonym by which the audit names a person, so that whoever may can find what a person's trail holds.
     *
     * @param person whom
     * @return 32 hexadecimal digits, as in {@link AuditEvent#subject}
     * @throws ClaveUnavailableException if the key ring has failed
     */
    public String pseudonymOf(IdentityNumber person) {
        return bench.pseudonyms().subject(person);
    }

    /**
     * Sentences for what this instance answers: their times are in its zone, without the date when it is today's.
     *
     * @param language the person's language
     * @return sentences for now; take new ones for the next request
     */
    public Sentences sentences(Language language) {
        return Sentences.in(language).withZone(bench.zone()).asOf(bench.clock().instant());
    }

    /**
     * How often each call has ended how since this instance was built, such as {@code verify.WrongPin}. Calls that change nothing are only here,
     * not in the audit. No name contains personal data, and there are only as many as there are outcomes and reasons.
     *
     * @return a snapshot, by name
     */
    public Map<String, Long> counts() {
        return counts.snapshot();
    }
}
