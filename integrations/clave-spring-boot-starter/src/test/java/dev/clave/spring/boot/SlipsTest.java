package dev.clave.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.MemoryPinStore;
import dev.clave.spi.PinStore;
import dev.clave.testkit.FakePinStore;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;

/** Slips of whoever sets an application up, and what is said about them. */
class SlipsTest {
    private static String told(AssertableApplicationContext context) {
        assertThat(context).hasFailed();
        return Host.told(context.getStartupFailure());
    }

    @Test
    void a_part_that_a_customizer_takes_away_is_told() {
        Host.complete()
                .withBean(ClaveBuilderCustomizer.class, () -> builder -> builder.organisation(" "))
                .run(context ->
                        assertThat(told(context)).contains("the organisation is blank", "in a ClaveBuilderCustomizer"));
    }

    @Test
    void settings_of_a_store_that_nobody_has_chosen_are_told() {
        Host.complete()
                .withPropertyValues("clave.store.jdbc.create-table=true", "clave.store.redis.namespace=a")
                .run(context -> assertThat(told(context))
                        .contains(
                                "clave.store.jdbc.* is set, and clave.store.type is not",
                                "Set clave.store.type=redis, or remove clave.store.redis.*"));
        Host.complete()
                .withPropertyValues("clave.store.jdbc.create-table=true", "clave.store.type=memory")
                .run(context -> assertThat(context).hasNotFailed());
        Host.complete()
                .withPropertyValues("clave.store.jdbc.create-table=true")
                .withBean(PinStore.class, FakePinStore::new)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void a_variable_that_is_not_set_is_told() {
        Host.withoutKeys()
                .withPropertyValues("clave.keys.subject=${NOT_SET_ANYWHERE}", "clave.keys.current=a")
                .run(context ->
                        assertThat(told(context)).contains("clave.keys.subject refers to something that is not set"));
    }

    @Test
    void a_shared_store_of_the_applications_own_serves_several_nodes_and_one_in_memory_does_not() {
        Host.complete()
                .withPropertyValues("clave.nodes=2")
                .withBean(PinStore.class, FakePinStore::new)
                .run(context -> assertThat(context).hasNotFailed());
        Host.complete()
                .withPropertyValues("clave.nodes=2")
                .withBean(PinStore.class, MemoryPinStore::create)
                .run(context -> assertThat(told(context))
                        .contains("There are 2 nodes, and the logins are in the memory of one"));
        Host.complete()
                .withPropertyValues("clave.nodes=2", "clave.store.type=memory")
                .run(context -> assertThat(told(context)).contains("jdbc or redis"));
    }
}
