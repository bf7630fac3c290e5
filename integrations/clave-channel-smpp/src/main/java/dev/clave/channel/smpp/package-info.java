/**
 * A {@link dev.clave.spi.DeliveryChannel} that sends SMS to an SMSC (the server of an operator or aggregator) over SMPP
 * 3.4: {@link dev.clave.channel.smpp.SmppChannel}.
 *
 * <p>The words are those of SMPP: the <i>bind</i> is the session that is logged in with a <i>system id</i> and
 * password; <i>submit_sm</i> is the request that carries one message, and is answered once; the <i>window</i> is how
 * many of them may be unanswered at a time; an <i>enquire_link</i> asks on an idle line whether the other side lives; a
 * <i>delivery receipt</i> tells later what became of a message.
 */
@NullMarked
package dev.clave.channel.smpp;

import org.jspecify.annotations.NullMarked;
