package dev.clave.internal.texts;

/**
 * What a message says of a text that is to be signed. It is the last of our words in the message, so it can pass for
 * none of them, and it has no line of its own and no word that begins with an at sign, so that nothing in it reads as
 * the origin-bound last line.
 */
public final class Summary {
    /** The most septets a summary may have. */
    public static final int LONGEST = 40;

    private Summary() {}

    /**
     * The summary as it is sent: in characters of the GSM 7-bit alphabet, without spaces around it. The same again for
     * its own result.
     *
     * @throws IllegalArgumentException if it is blank, too long, or holds what an SMS cannot carry; the message does
     *     not repeat it
     */
    public static String of(String summary) {
        return Line.of("the summary", summary, LONGEST);
    }
}
