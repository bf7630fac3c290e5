package dev.clave.channel.smpp;

import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;

/** Refuses everything but a submit_sm. */
abstract class SubmitsOnly implements ServerMessageReceiverListener {
    private static ProcessRequestException unexpected() {
        return new ProcessRequestException("nothing but submit_sm is taken", 3);
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session from) throws ProcessRequestException {
        throw unexpected();
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession from)
            throws ProcessRequestException {
        throw unexpected();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession from) throws ProcessRequestException {
        throw unexpected();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm message, SMPPServerSession from) throws ProcessRequestException {
        throw unexpected();
    }

    @Override
    public void onAcceptCancelSm(CancelSm message, SMPPServerSession from) throws ProcessRequestException {
        throw unexpected();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm message, SMPPServerSession from)
            throws ProcessRequestException {
        throw unexpected();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm message, SMPPServerSession from)
            throws ProcessRequestException {
        throw unexpected();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession from)
            throws ProcessRequestException {
        throw unexpected();
    }
}
