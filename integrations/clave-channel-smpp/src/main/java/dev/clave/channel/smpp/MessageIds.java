package dev.clave.channel.smpp;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that an SMSC gives to messages: of those that could forge a line in a log, nothing is kept. */
final class MessageIds {
    private static final Pattern READABLE = Pattern.compile("[!-~]{1,64}");

    private MessageIds() {}

    static Optional<String> readable(@Nullable String messageId) {
        return Optional.ofNullable(messageId).filter(id -> READABLE.matcher(id).matches());
    }
}
