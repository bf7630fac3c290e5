package dev.clave.identity;

/**
 * The datum of a document that a login asks for, as a registry keeps it: the validity date of a DNI, the issue date of
 * a permanent DNI (one that bears 01-01-9999), or the support number of a NIE.
 *
 * <p>Immutable and safe for use by many threads. It is a secret that only the holder of the document is expected to
 * know: {@code toString} prints the type alone.
 *
 * @see TypedContrast what a person typed, before it is known which of the two dates the document is checked by
 */
public sealed interface ContrastData permits ValidityDate, IssueDate, SupportNumber {}
