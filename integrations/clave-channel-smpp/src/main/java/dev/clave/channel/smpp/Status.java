package dev.clave.channel.smpp;

import dev.clave.spi.DeliveryResult.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsmpp.SMPPConstant;

/** The {@code command_status} of an answer (SMPP 3.4, 5.1.3): what it is called, and what it means for a message. */
final class Status {
    /** The SMSC is out of order or overloaded, or does not know the bind: another time it would take the message on. */
    private static final Set<Integer> FOR_NOW = Set.of(
            SMPPConstant.STAT_ESME_RINVBNDSTS,
            SMPPConstant.STAT_ESME_RSYSERR,
            SMPPConstant.STAT_ESME_RMSGQFUL,
            SMPPConstant.STAT_ESME_RTHROTTLED,
            SMPPConstant.STAT_ESME_RX_T_APPN,
            SMPPConstant.STAT_ESME_RUNKNOWNERR,
            SMPPConstant.STAT_ESME_RSERTYPUNAVAIL);

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(SMPPConstant.STAT_ESME_RINVMSGLEN, "ESME_RINVMSGLEN, the message length"),
            Map.entry(SMPPConstant.STAT_ESME_RINVCMDID, "ESME_RINVCMDID, the command id"),
            Map.entry(SMPPConstant.STAT_ESME_RINVBNDSTS, "ESME_RINVBNDSTS, not bound for this"),
            Map.entry(SMPPConstant.STAT_ESME_RALYBND, "ESME_RALYBND, bound already"),
            Map.entry(SMPPConstant.STAT_ESME_RINVREGDLVFLG, "ESME_RINVREGDLVFLG, the registered delivery"),
            Map.entry(SMPPConstant.STAT_ESME_RSYSERR, "ESME_RSYSERR, a system error"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSRCADR, "ESME_RINVSRCADR, the source address: check the sender"),
            Map.entry(SMPPConstant.STAT_ESME_RINVDSTADR, "ESME_RINVDSTADR, the destination address"),
            Map.entry(SMPPConstant.STAT_ESME_RBINDFAIL, "ESME_RBINDFAIL, the bind failed: too many binds, perhaps"),
            Map.entry(SMPPConstant.STAT_ESME_RINVPASWD, "ESME_RINVPASWD: check the password"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSYSID, "ESME_RINVSYSID: check the system id"),
            Map.entry(SMPPConstant.STAT_ESME_RMSGQFUL, "ESME_RMSGQFUL, the queue is full"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSERTYP, "ESME_RINVSERTYP: check the service type"),
            Map.entry(SMPPConstant.STAT_ESME_RSUBMITFAIL, "ESME_RSUBMITFAIL, the submit failed"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSRCTON, "ESME_RINVSRCTON: check the sender's type of number"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSRCNPI, "ESME_RINVSRCNPI: check the sender's numbering plan"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSYSTYP, "ESME_RINVSYSTYP: check the system type"),
            Map.entry(SMPPConstant.STAT_ESME_RTHROTTLED, "ESME_RTHROTTLED, too many messages"),
            Map.entry(SMPPConstant.STAT_ESME_RINVEXPIRY, "ESME_RINVEXPIRY, the validity period"),
            Map.entry(SMPPConstant.STAT_ESME_RX_T_APPN, "ESME_RX_T_APPN, not for now"),
            Map.entry(SMPPConstant.STAT_ESME_RUNKNOWNERR, "ESME_RUNKNOWNERR, an unknown error"),
            Map.entry(SMPPConstant.STAT_ESME_RINVDCS, "ESME_RINVDCS, the data coding: check the alphabet"));

    private Status() {}

    /** Such as {@code 0x00000058 (ESME_RTHROTTLED, too many messages)}. */
    static String name(int status) {
        String name = NAMES.get(status);
        return String.format(Locale.ROOT, "0x%08X", status) + (name == null ? "" : " (" + name + ")");
    }

    /** What a negative answer to submit_sm means: nothing was sent, for now or for good. */
    static Undelivered refusal(int status) {
        Reason reason = FOR_NOW.contains(status) ? Reason.UNREACHABLE : Reason.REJECTED;
        return new Undelivered(reason, "the SMSC answered " + name(status));
    }
}
