package dev.clave.spring.boot;

import dev.clave.PinPolicyBuilder;

/**
 * Says more of the policy than {@code clave.policy.*} does. It is the only place where a risk can be acknowledged: nobody lowers the guard by a line in a
 * file. Declare it as a bean.
 *
 * <pre>{@code
 * @Bean
 * PinPolicyCustomizer asThePublicService() {
 *     return policy -> policy.acknowledge(Risk.UNDER_TWENTY_BITS).acknowledge(Risk.…);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface PinPolicyCustomizer {

    /**
     * Changes the policy that is about to be built.
     *
     * @param policy with what the properties say
     */
    void customize(PinPolicyBuilder policy);
}
