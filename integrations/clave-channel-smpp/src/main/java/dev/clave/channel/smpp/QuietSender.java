package dev.clave.channel.smpp;

import java.io.IOException;
import java.io.OutputStream;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUComposer;

/**
 * jsmpp's own sender logs each PDU that it writes, octet by octet: a bind with its password. (The submit_sm is written
 * by {@link Link}, and what else is sent holds nothing.)
 */
final class QuietSender extends DefaultPDUSender {
    private static final PDUComposer COMPOSER = new DefaultComposer();

    @Override
    public byte[] sendBind(
            OutputStream out,
            BindType type,
            int sequence,
            String systemId,
            String password,
            String systemType,
            InterfaceVersion version,
            TypeOfNumber ton,
            NumberingPlanIndicator npi,
            String addressRange)
            throws PDUStringException, IOException {
        byte[] pdu = COMPOSER.bind(
                type.commandId(),
                sequence,
                systemId,
                password,
                systemType,
                version.value(),
                ton.value(),
                npi.value(),
                addressRange);
        out.write(pdu);
        return pdu;
    }
}
