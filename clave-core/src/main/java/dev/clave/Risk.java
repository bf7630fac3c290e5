package dev.clave;

/** What a policy is refused for unless the host's code says that it knows. */
public enum Risk {
    /** A stranger guesses one person's PIN with a chance of more than 1 in 10,000 in the worst 24 hours. */
    OVER_ONE_IN_TEN_THOUSAND_A_DAY,
    /** There are fewer than 1,048,576 PINs (20 bits). */
    UNDER_TWENTY_BITS
}
