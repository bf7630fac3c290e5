/**
 * Logs people in: identity number, contrast datum, one-time PIN, access.
 *
 * <p>Begin with {@link dev.clave.Clave}. People get outcomes, which are values; machines throw {@link
 * dev.clave.ClaveUnavailableException}. The words are used as in this glossary and in that of {@link dev.clave.spi}:
 *
 * <dl>
 *   <dt>handle</dt>
 *   <dd>the sealed token by which a browser goes on with its login
 *   <dt>purpose</dt>
 *   <dd>what a login is for: identification, or the signature of one text
 *   <dt>grant</dt>
 *   <dd>the answer to the right PIN; a login has one at the most
 *   <dt>outcome</dt>
 *   <dd>what a call answers; a sealed type whose records carry only what they have
 *   <dt>origin</dt>
 *   <dd>where a request comes from, as the host knows it: an IPv4 address or an IPv6 /56
 *   <dt>known browser</dt>
 *   <dd>one that presents the token of an earlier grant to the same person
 *   <dt>attempt</dt>
 *   <dd>a PIN of the right form that was compared, and whose result left the library
 * </dl>
 */
@NullMarked
package dev.clave;

import org.jspecify.annotations.NullMarked;
