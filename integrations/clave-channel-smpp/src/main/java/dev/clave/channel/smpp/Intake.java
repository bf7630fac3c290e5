package dev.clave.channel.smpp;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jsmpp.PDUReader;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSmResp;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUComposer;
import org.jsmpp.util.PDUDecomposer;

/**
 * Reads what the SMSC sends, and hands on to jsmpp only what it can take and may log: jsmpp logs each PDU, octet by
 * octet, and a receipt has a number and the beginning of a text in it; a PDU that is shorter than it should be ends
 * the thread that takes it apart, and one that says it is enormous the one that reads.
 */
final class Intake implements PDUReader {
    private static final int HEADER = 16;
    /** A message_payload of 64 KiB, and some room. */
    private static final int LARGEST = 70_000;
    /** No command, so that jsmpp answers with a generic_nack. */
    private static final int NO_COMMAND = 0x0000FFFF;

    private static final PDUComposer COMPOSER = new DefaultComposer();
    private static final PDUDecomposer DECOMPOSER = new DefaultDecomposer();

    private final Answers answers;
    private final Receipts receipts;

    Intake(Answers answers, Receipts receipts) {
        this.answers = answers;
        this.receipts = receipts;
    }

    /** An idle line times out before the first octet. Later, a timeout would leave the rest to be taken for a PDU. */
    @Override
    public Command readPDUHeader(DataInputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            throw new EOFException("the other side closed the connection");
        }
        try {
            Command header = new Command();
            header.setCommandLength(first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort());
            header.setCommandId(in.readInt());
            header.setCommandStatus(in.readInt());
            header.setSequenceNumber(in.readInt());
            return header;
        } catch (SocketTimeoutException stalled) {
            throw new IOException("a PDU that was not finished in time", stalled);
        }
    }

    @Override
    public byte[] readPDU(DataInputStream in, Command header) throws IOException {
        int length = header.getCommandLength();
        if (length < HEADER || length > LARGEST) {
            throw new IOException("a PDU that cannot be so long: " + length);
        }
        byte[] body = new byte[length - HEADER];
        try {
            in.readFully(body);
        } catch (SocketTimeoutException stalled) {
            throw new IOException("a PDU that was not finished in time", stalled);
        }
        byte[] pdu = new byte[length];
        System.arraycopy(header(header, length), 0, pdu, 0, HEADER);
        System.arraycopy(body, 0, pdu, HEADER, body.length);
        return taken(header, pdu);
    }

    @Override
    public byte[] readPDU(DataInputStream in, int length, int id, int status, int sequence) throws IOException {
        Command header = new Command();
        header.setCommandLength(length);
        header.setCommandId(id);
        header.setCommandStatus(status);
        header.setSequenceNumber(sequence);
        return readPDU(in, header);
    }

    private static byte[] header(Command header, int length) {
        byte[] octets =
                COMPOSER.composeHeader(header.getCommandId(), header.getCommandStatus(), header.getSequenceNumber());
        octets[0] = (byte) (length >>> 24);
        octets[1] = (byte) (length >>> 16);
        octets[2] = (byte) (length >>> 8);
        octets[3] = (byte) length;
        return octets;
    }

    private byte[] taken(Command header, byte[] pdu) throws IOException {
        return switch (header.getCommandId()) {
            case SMPPConstant.CID_SUBMIT_SM_RESP -> submitted(header, pdu);
            case SMPPConstant.CID_DELIVER_SM -> Receipts.essence(header.getSequenceNumber(), pdu);
            case SMPPConstant.CID_BIND_TRANSMITTER_RESP, SMPPConstant.CID_BIND_TRANSCEIVER_RESP -> bound(pdu);
            case SMPPConstant.CID_ENQUIRE_LINK,
                    SMPPConstant.CID_ENQUIRE_LINK_RESP,
                    SMPPConstant.CID_UNBIND,
                    SMPPConstant.CID_UNBIND_RESP,
                    SMPPConstant.CID_GENERIC_NACK -> header(header, HEADER);
            default -> unasked(header);
        };
    }

    /** The status says whether it was taken on; a name that cannot be read changes nothing. */
    private byte[] submitted(Command header, byte[] pdu) {
        try {
            SubmitSmResp response = DECOMPOSER.submitSmResp(pdu);
            if (header.getCommandStatus() == SMPPConstant.STAT_ESME_ROK) {
                // Here, for this thread sees the answer before the receipt, whichever is taken up first.
                answers.find(header.getSequenceNumber())
                        .ifPresent(answer -> MessageIds.readable(response.getMessageId())
                                .ifPresent(messageId -> receipts.remember(messageId, answer.id())));
            }
            return pdu;
        } catch (PDUStringException | RuntimeException malformed) {
            return header(header, HEADER);
        }
    }

    private static byte[] bound(byte[] pdu) throws IOException {
        try {
            DECOMPOSER.bindResp(pdu);
            return pdu;
        } catch (PDUStringException | RuntimeException malformed) {
            throw new IOException("an answer to the bind that cannot be read");
        }
    }

    /** A request that is not for an application that sends is answered by a nack; an answer to nothing is not. */
    private static byte[] unasked(Command header) throws IOException {
        if ((header.getCommandId() & SMPPConstant.MASK_CID_RESP) != 0) {
            throw new IOException("an answer to what was not asked: " + header.getCommandIdAsHex());
        }
        header.setCommandId(NO_COMMAND);
        return header(header, HEADER);
    }
}
