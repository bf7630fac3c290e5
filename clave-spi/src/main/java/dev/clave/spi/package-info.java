/**
 * What a host implements, with the values those methods need. Every interface says in the same four sentences who
 * calls it, whether concurrently, whether it may block, and what a throw means.
 *
 * <dl>
 *   <dt>person</dt>
 *   <dd>somebody who is registered with the host and may log in
 *   <dt>login</dt>
 *   <dd>one attempt of a person to get access, from the identity number to the grant
 *   <dt>PIN</dt>
 *   <dd>the one-time secret of a login, sent to the person
 *   <dt>code</dt>
 *   <dd>four characters, random or chosen by the person, that the page shows beside the PIN; no secret
 *   <dt>route</dt>
 *   <dd>a way that a PIN can go
 *   <dt>channel</dt>
 *   <dd>what sends a message along a route
 *   <dt>device</dt>
 *   <dd>a phone or browser with the app, activated once for a person; one is active at the most
 *   <dt>sealed PIN</dt>
 *   <dd>a PIN that was encrypted to a device's own key (HPKE, RFC 9180), so that nobody else can open it
 *   <dt>entry</dt>
 *   <dd>all that is remembered about a person between two calls, under a keyed pseudonym
 *   <dt>proof</dt>
 *   <dd>the message authentication code by which an entry recognises its PIN without holding it
 *   <dt>budget</dt>
 *   <dd>how often something may happen, as a bucket that refills
 *   <dt>audit</dt>
 *   <dd>what is remembered of every step that changed something
 * </dl>
 */
@NullMarked
package dev.clave.spi;

import org.jspecify.annotations.NullMarked;
