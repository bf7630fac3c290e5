package dev.clave;

import dev.clave.spi.Language;
import dev.clave.spi.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a login begins with: what the person typed, and what the host knows of the request.
 *
 * <pre>{@code
 * LoginRequest.of(number, contrast)
 *     .from(Origin.of(address))
 *     .in(Language.GL)
 *     .requiring(Level.ADVANCED)
 *     .knownBy(BrowserToken.of(cookie))
 *     .toSign("Alta de autónomo", text)
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads. It prints nothing of what was typed.
 */
public final class LoginRequest {
    private final transient @Nullable String number;
    private final transient @Nullable String contrast;
    private final Purpose purpose;
    private final Level requiredLevel;
    private final @Nullable Origin origin;
    private final @Nullable Language language;
    private final @Nullable BrowserToken browser;
    private final @Nullable NewDevice device;

    private LoginRequest(
            @Nullable String number,
            @Nullable String contrast,
            Purpose purpose,
            Level requiredLevel,
            @Nullable Origin origin,
            @Nullable Language language,
            @Nullable BrowserToken browser,
            @Nullable NewDevice device) {
        this.number = number;
        this.contrast = contrast;
        this.purpose = purpose;
        this.requiredLevel = requiredLevel;
        this.origin = origin;
        this.language = language;
        this.browser = browser;
        this.device = device;
    }

    /**
     * A request to identify a person, at any level.
     *
     * @param number the identity number, as it was typed; null reads as empty
     * @param contrast the contrast datum, as it was typed; null reads as empty
     * @return the request
     */
    public static LoginRequest of(@Nullable String number, @Nullable String contrast) {
        return new LoginRequest(number, contrast, Purpose.identification(), Level.BASIC, null, null, null, null);
    }

    /**
     * Where the request comes from. Without it, requests are counted per person alone.
     *
     * @param newOrigin the origin, never something that the client can choose
     * @return the request
     */
    public LoginRequest from(Origin newOrigin) {
        return new LoginRequest(number, contrast, purpose, requiredLevel, newOrigin, language, browser, device);
    }

    /**
     * For another purpose.
     *
     * @param newPurpose what the login is for
     * @return the request
     */
    public LoginRequest withPurpose(Purpose newPurpose) {
        return new LoginRequest(number, contrast, newPurpose, requiredLevel, origin, language, browser, null);
    }

    /**
     * To sign one text.
     *
     * @param summary what the message is to say of the text, at most 40 septets of the GSM 7-bit alphabet
     * @param text the very text; it is digested at once and not kept
     * @return the request
     * @throws IllegalArgumentException if the summary is empty, too long, or holds what an SMS cannot carry
     */
    public LoginRequest toSign(String summary, String text) {
        return withPurpose(Purpose.signature(summary, text));
    }

    /**
     * To sign one text.
     *
     * @param summary as for the other method
     * @param text every byte of the very text
     * @return the request
     * @throws IllegalArgumentException as for the other method
     */
    public LoginRequest toSign(String summary, byte[] text) {
        return withPurpose(Purpose.signature(summary, text));
    }

    /**
     * To activate a device. Its grant identifies nobody; {@link Devices#activate} finishes it.
     *
     * @param newDevice what the app handed over; what cannot be used of it is answered with {@link Mistyped}
     * @return the request
     */
    public LoginRequest toActivate(NewDevice newDevice) {
        return new LoginRequest(
                number, contrast, newDevice.purpose(), requiredLevel, origin, language, browser, newDevice);
    }

    /**
     * In a language of the person's choice. It travels in the handle ({@link Clave#languageOf}), so that the next page is in it too; messages
     * are in the language that the registry gives.
     *
     * @param newLanguage the language
     * @return the request
     */
    public LoginRequest in(Language newLanguage) {
        return new LoginRequest(number, contrast, purpose, requiredLevel, origin, newLanguage, browser, device);
    }

    /**
     * For a procedure that asks for a registration of this level.
     *
     * @param level the lowest level that suffices
     * @return the request
     */
    public LoginRequest requiring(Level level) {
        return new LoginRequest(number, contrast, purpose, level, origin, language, browser, device);
    }

    /**
     * From a browser that may have logged in before.
     *
     * @param token what it presented; garbage, and another person's token, count for nothing
     * @return the request
     */
    public LoginRequest knownBy(BrowserToken token) {
        return new LoginRequest(number, contrast, purpose, requiredLevel, origin, language, token, device);
    }

    /** What was typed as a number. @return the number, null if nothing was */
    @Nullable
    String number() {
        return number;
    }

    /** What was typed as a datum. @return the datum, null if nothing was */
    @Nullable
    String contrast() {
        return contrast;
    }

    /** What is wrong with the device that is to be activated. @return the fault, empty when there is none, or no device */
    Optional<Mistyped> fault() {
        return Optional.ofNullable(device).flatMap(NewDevice::fault);
    }

    /**
     * What the login is for.
     *
     * @return the purpose
     */
    public Purpose purpose() {
        return purpose;
    }

    /**
     * The lowest level that suffices.
     *
     * @return the level
     */
    public Level requiredLevel() {
        return requiredLevel;
    }

    /**
     * Where the request comes from.
     *
     * @return the origin, empty when it is not counted
     */
    public Optional<Origin> origin() {
        return Optional.ofNullable(origin);
    }

    /**
     * The language of the person's choice.
     *
     * @return the language, empty when none was chosen
     */
    public Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    /**
     * What the browser presented.
     *
     * @return the token, empty when there is none
     */
    public Optional<BrowserToken> browser() {
        return Optional.ofNullable(browser);
    }

    @Override
    public String toString() {
        return "LoginRequest[redacted]";
    }
}
