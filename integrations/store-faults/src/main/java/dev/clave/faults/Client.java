package dev.clave.faults;

import dev.clave.Clave;
import dev.clave.LoginHandle;
import dev.clave.faults.history.Op;
import dev.clave.faults.history.Recorder;
import dev.clave.faults.history.RunClock;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakeRegistry;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A node of the host: does one step after another with a real clave, and writes down each before and after. */
final class Client {
    /** How many people there are. */
    static final int CROWD = 320;

    private static final long SPIN = 200_000;

    private final Recorder recorder;
    private final Desk desk;
    private final List<FakePerson> people = FakePeople.crowd(CROWD);
    private final Clave clave;

    Client(PinStore store, RunClock clock, Recorder recorder, Answers answers) {
        this.recorder = recorder;
        this.desk = new Desk(recorder, answers);
        this.clave = Clave.builder()
                .registry(FakeRegistry.of(people.toArray(FakePerson[]::new)))
                .channel(Route.SMS, desk::deliver)
                .audit(desk::record)
                .keys(FakeKeyRing.fixed())
                .store(new WatchedStore(store, desk))
                .policy(Policies.SHORT)
                .clock(clock)
                .build();
    }

    Reply take(Step step) {
        waitFor(step.at());
        FakePerson person = people.get(step.person());
        String login = Handles.nameOf(step.handle());
        String id = recorder.begin(step.op(), "person-" + step.person(), login, step.generation(), "");
        desk.begin(id, login);
        Reply reply = answer(step, person);
        desk.end();
        recorder.end(id, reply.outcome(), reply.value(), Handles.nameOf(reply.handle()));
        return reply;
    }

    private Reply answer(Step step, FakePerson person) {
        try {
            return call(step, person);
        } catch (RuntimeException closed) {
            return Outcomes.of(closed);
        }
    }

    private Reply call(Step step, FakePerson person) {
        LoginHandle handle = LoginHandle.of(step.handle());
        return switch (step.op()) {
            case IDENTIFY -> Outcomes.of(clave.identify(person.typedNumber(), person.typedContrast()), person);
            case OBTAIN -> Outcomes.of(clave.obtainPin(handle), person);
            case AGAIN -> Outcomes.of(clave.requestAgain(handle), person);
            case VERIFY -> Outcomes.of(clave.verify(handle, step.pin()), person);
            case CANCEL -> Outcomes.plain("Reason." + clave.cancel(handle), -1);
            case READ, ADD, REPLACE -> throw new IllegalArgumentException("not a step of a login: " + Op.READ);
        };
    }

    /** The last moment is spent awake, so that several processes begin within microseconds. */
    private static void waitFor(long at) {
        for (long left = at - System.nanoTime(); at != 0 && left > 0; left = at - System.nanoTime()) {
            if (left > SPIN) {
                LockSupport.parkNanos(left - SPIN);
            } else {
                Thread.onSpinWait();
            }
        }
    }
}
