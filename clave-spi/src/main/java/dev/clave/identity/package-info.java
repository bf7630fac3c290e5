/**
 * Spanish identity numbers and the data printed on the documents that carry them.
 *
 * <p>Each type comes twice: a <em>strict value</em> that cannot exist invalid and prints masked, and a <em>forgiving
 * reader</em> beside it ({@code parse}, {@code isValid}) that answers with the canonical value or with exactly one
 * {@link dev.clave.identity.Problem}. Readers are pure: they depend neither on the default locale nor on the time
 * zone, they never correct an identity, and they never say what would have been right.
 *
 * <dl>
 *   <dt>identity number</dt>
 *   <dd>a DNI or a NIE: the number by which a person is known to the Administration</dd>
 *   <dt>contrast</dt>
 *   <dd>a datum that is printed on the document and that only its holder is expected to know: the validity date of a
 *       DNI, the issue date of a permanent DNI, the support number of a NIE</dd>
 *   <dt>support number</dt>
 *   <dd>the number of the card or certificate itself, a letter E or C and eight digits</dd>
 * </dl>
 */
@NullMarked
package dev.clave.identity;

import org.jspecify.annotations.NullMarked;
