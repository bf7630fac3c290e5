package dev.clave;

/** What becomes of a person whose document is past its validity date. */
public enum ExpiredDocuments {
    /** The document still identifies them. */
    ALLOW,
    /** They are refused, in the same words and after the same work as for a wrong datum. */
    REFUSE
}
