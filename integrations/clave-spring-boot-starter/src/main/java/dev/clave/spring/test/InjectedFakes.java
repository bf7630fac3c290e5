package dev.clave.spring.test;

import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.KeyRing;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PinStore;
import dev.clave.spring.test.CurrentFakes.Fakes;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeDeviceRegistry;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.FakePushGateway;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import dev.clave.testkit.SteppingStore;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Has the current fakes injected by their own types without making beans of them, which would be found as sockets; and sees to it that the
 * application's own sockets are neither preferred nor made before something asks for them.
 */
final class InjectedFakes implements BeanFactoryPostProcessor {
    private static final List<Class<?>> SOCKETS = List.of(
            PersonRegistry.class,
            DeliveryChannel.class,
            DeviceRegistry.class,
            AuditSink.class,
            KeyRing.class,
            PinStore.class);

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        inject(beans, FakeRegistry.class, Fakes::registry);
        inject(beans, FakeSmsGateway.class, Fakes::sms);
        inject(beans, FakePushGateway.class, Fakes::push);
        inject(beans, FakeDeviceRegistry.class, Fakes::devices);
        inject(beans, RecordingAudit.class, Fakes::audit);
        inject(beans, FakeClock.class, Fakes::clock);
        inject(beans, FakeKeyRing.class, Fakes::keys);
        inject(beans, FakePinStore.class, Fakes::kept);
        inject(beans, SteppingStore.class, Fakes::store);
        for (Class<?> socket : SOCKETS) {
            for (String name : beans.getBeanNamesForType(socket, true, false)) {
                stepBack(beans, name);
            }
        }
    }

    private static <T> void inject(ConfigurableListableBeanFactory beans, Class<T> type, Function<Fakes, T> which) {
        ObjectFactory<T> current =
                () -> which.apply(beans.getBean(CurrentFakes.class).get());
        beans.registerResolvableDependency(type, current);
    }

    private static void stepBack(ConfigurableListableBeanFactory beans, String name) {
        if (!name.startsWith(ClaveFakesConfiguration.PREFIX) && beans.containsBeanDefinition(name)) {
            BeanDefinition own = beans.getBeanDefinition(name);
            own.setPrimary(false);
            own.setLazyInit(true);
        }
    }
}
