/**
 * Fakes for whoever tests an application that embeds clave, and contracts for whoever implements one of its sockets.
 *
 * <dl>
 *   <dt>fake</dt>
 *   <dd>a small working stand-in for a socket, which can be broken on purpose and refuses what a real one would refuse
 *   <dt>contract</dt>
 *   <dd>an abstract JUnit class with numbered rules; extend it, give it the implementation, run it
 *   <dt>rule</dt>
 *   <dd>one test of a contract; its number stays when others join
 *   <dt>gate</dt>
 *   <dd>a place where a thread stops until the test lets it go on
 * </dl>
 *
 * <p>All fakes are safe for use by many threads.
 */
@NullMarked
package dev.clave.testkit;

import org.jspecify.annotations.NullMarked;
