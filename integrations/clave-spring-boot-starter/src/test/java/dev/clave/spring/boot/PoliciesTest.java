package dev.clave.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Risk;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakeSmsGateway;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policy from properties, and risks from code alone. */
class PoliciesTest {
    private static String told(AssertableApplicationContext context) {
        assertThat(context).hasFailed();
        return Host.told(context.getStartupFailure());
    }

    @Test
    void properties_change_the_policy() {
        Host.complete()
                .withPropertyValues(
                        "clave.policy.pin-length=8",
                        "clave.policy.pin-life=5m",
                        "clave.policy.wrong-pins.burst=5",
                        "clave.policy.wrong-pins.refill=6h",
                        "clave.policy.sms-prefixes=+346")
                .run(context -> {
                    assertThat(Host.logsIn(context)).isTrue();
                    assertThat(context.getBean(FakeSmsGateway.class)
                                    .phoneOf(FakePeople.ANA)
                                    .lastPin())
                            .hasSize(8);
                });
    }

    @Test
    void a_risk_is_acknowledged_in_code_alone() {
        Host.complete()
                .withPropertyValues("clave.policy.preset=clave-pin", "clave.store.type=memory")
                .run(context -> assertThat(told(context))
                        .contains(
                                "easy to guess, under 20 bits: ",
                                "@Bean PinPolicyCustomizer",
                                "policy.acknowledge(Risk.",
                                ".acknowledge(Risk.UNDER_TWENTY_BITS)"));
        Host.complete()
                .withPropertyValues("clave.policy.preset=clave-pin")
                .withUserConfiguration(Faithful.class)
                .run(context -> assertThat(told(context)).contains("no store is named", "clave.store.type"));
        Host.complete()
                .withPropertyValues("clave.policy.preset=clave-pin", "clave.store.type=memory")
                .withUserConfiguration(Faithful.class)
                .run(context -> assertThat(Host.logsIn(context)).isTrue());
    }

    @Test
    void numbers_of_a_policy_that_are_none_are_told() {
        Host.complete()
                .withPropertyValues("clave.policy.pin-length=9", "clave.policy.sends.burst=1")
                .run(context -> assertThat(told(context))
                        .contains(
                                "clave.policy.pin-length: 9 is not within 3 to 8",
                                "clave.policy.sends has only one of its two numbers"));
        Host.complete()
                .withPropertyValues("clave.policy.sends.burst=1", "clave.policy.sends.refill=1ms")
                .run(context -> assertThat(told(context)).contains("clave.policy.sends: a budget's refill"));
    }

    /** As the public service has it. */
    @Configuration(proxyBeanMethods = false)
    static class Faithful {
        @Bean
        PinPolicyCustomizer risks() {
            return policy -> List.of(Risk.values()).forEach(policy::acknowledge);
        }
    }
}
