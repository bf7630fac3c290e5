package dev.clave.module.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clave.Clave;
import dev.clave.spi.PinStore;
import dev.clave.testkit.FakeClock;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ResolvedModule;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The internals of clave are out of reach at run time. */
class WallTest {
    private static final String STATE = "dev.clave.internal.state.PersonState";

    @Test
    void every_library_is_a_module_of_its_own() {
        assertThat(getClass().getModule().getName()).isEqualTo("dev.clave.module.test");
        assertThat(Clave.class.getModule().getName()).isEqualTo("dev.clave");
        assertThat(PinStore.class.getModule().getName()).isEqualTo("dev.clave.spi");
        assertThat(FakeClock.class.getModule().getName()).isEqualTo("dev.clave.testkit");
    }

    @Test
    void core_exports_the_facade_alone_and_opens_nothing() {
        ModuleDescriptor core = Clave.class.getModule().getDescriptor();
        assertThat(core.exports()).containsExactly(exported("dev.clave"));
        assertThat(core.opens()).isEmpty();
        assertThat(core.isOpen()).isFalse();
        assertThat(core.packages()).anyMatch(name -> name.startsWith("dev.clave.internal."));
    }

    @Test
    void the_spi_exports_its_two_packages_and_opens_nothing() {
        ModuleDescriptor spi = PinStore.class.getModule().getDescriptor();
        assertThat(spi.exports()).containsExactlyInAnyOrder(exported("dev.clave.identity"), exported("dev.clave.spi"));
        assertThat(spi.opens()).isEmpty();
    }

    @Test
    void core_stands_on_real_modules_and_not_on_the_testkit() {
        Set<ResolvedModule> all = new HashSet<>();
        collect(ModuleLayer.boot().configuration().findModule("dev.clave").orElseThrow(), all);
        assertThat(all)
                .extracting(ResolvedModule::name)
                .contains("dev.clave", "dev.clave.spi", "org.slf4j", "com.github.benmanes.caffeine")
                .doesNotContain("dev.clave.testkit");
        assertThat(all).noneMatch(module -> module.reference().descriptor().isAutomatic());
    }

    @Test
    void an_internal_class_cannot_be_called() throws ReflectiveOperationException {
        Class<?> state = Class.forName(STATE);
        Method unblock = state.getMethod("unblock");
        Object fresh = new Object();
        assertThatExceptionOfType(IllegalAccessException.class)
                .isThrownBy(() -> unblock.invoke(fresh))
                .withMessageContaining("does not export dev.clave.internal.state to module dev.clave.module.test");
    }

    @Test
    void an_internal_class_cannot_be_forced_open() throws ReflectiveOperationException {
        for (Constructor<?> constructor : Class.forName(STATE).getDeclaredConstructors()) {
            assertThatExceptionOfType(InaccessibleObjectException.class)
                    .isThrownBy(() -> constructor.setAccessible(true))
                    .withMessageContaining("dev.clave.internal.state");
        }
    }

    @Test
    void what_the_facade_hides_cannot_be_forced_open() throws ReflectiveOperationException {
        var bench = Clave.class.getDeclaredField("bench");
        assertThatExceptionOfType(InaccessibleObjectException.class)
                .isThrownBy(() -> bench.setAccessible(true))
                .withMessageContaining("dev.clave");
    }

    private static ModuleDescriptor.Exports exported(String name) {
        return ModuleDescriptor.newModule("any")
                .exports(name)
                .build()
                .exports()
                .iterator()
                .next();
    }

    private static void collect(ResolvedModule module, Set<ResolvedModule> all) {
        if (all.add(module)) {
            module.reads().forEach(read -> collect(read, all));
        }
    }
}
