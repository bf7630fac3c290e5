package dev.clave.faults;

import dev.clave.Budget;
import dev.clave.PinPolicy;
import dev.clave.Risk;
import java.time.Duration;

/** The numbers of a run: as short as a policy may be, and the clock goes ten times faster, so that all of them are reached. */
final class Policies {
    static final int SPEED = 10;

    static final PinPolicy SHORT = PinPolicy.builder()
            .pinLife(Duration.ofSeconds(30))
            .loginLife(Duration.ofSeconds(90))
            .sendPause(Duration.ofSeconds(10))
            .wrongPins(new Budget(8, Duration.ofSeconds(20)))
            .logins(new Budget(5, Duration.ofSeconds(10)))
            .sends(new Budget(6, Duration.ofSeconds(15)))
            .acknowledge(Risk.OVER_ONE_IN_TEN_THOUSAND_A_DAY)
            .build();

    private Policies() {}
}
