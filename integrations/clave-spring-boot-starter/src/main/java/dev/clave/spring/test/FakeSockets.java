package dev.clave.spring.test;

import dev.clave.ClaveBuilder;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import dev.clave.spring.boot.ClaveBuilderCustomizer;
import dev.clave.spring.boot.SocketDecorator;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Plugs the fakes in, whatever was plugged in before, with what decorates sockets around them as around the application's own. */
record FakeSockets(CurrentFakes fakes, ListableBeanFactory beans, ObjectProvider<SocketDecorator> decorators)
        implements ClaveBuilderCustomizer {

    @Override
    public void customize(ClaveBuilder builder) {
        PersonRegistry registry = number -> fakes.get().registry().find(number);
        PinStore store = new CurrentSockets.Store(fakes);
        AuditSink audit = event -> fakes.get().audit().record(event);
        DeliveryChannel sms = message -> fakes.get().sms().deliver(message);
        for (SocketDecorator decorator : decorators.orderedStream().toList()) {
            registry = decorator.registry(registry);
            store = decorator.store(store);
            audit = decorator.audit(audit);
            sms = decorator.channel(Route.SMS, sms);
        }
        builder.registry(registry)
                .store(store)
                .audit(audit)
                .channel(Route.SMS, sms)
                .keys(new CurrentSockets.Keys(fakes))
                .clock(() -> fakes.get().clock().instant());
        if (beans.getBeanNamesForType(DeviceRegistry.class, true, false).length > 0) {
            plugInApp(builder);
        }
    }

    private void plugInApp(ClaveBuilder builder) {
        DeviceRegistry devices = new CurrentSockets.Devices(fakes);
        DeliveryChannel push = message -> fakes.get().push().deliver(message);
        for (SocketDecorator decorator : decorators.orderedStream().toList()) {
            devices = decorator.devices(devices);
            push = decorator.channel(Route.APP, push);
        }
        builder.devices(devices).channel(Route.APP, push);
    }
}
