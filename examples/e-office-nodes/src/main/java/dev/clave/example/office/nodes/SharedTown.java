package dev.clave.example.office.nodes;

import dev.clave.example.office.phone.Inboxes;
import dev.clave.spi.AuditSink;
import dev.clave.spi.Route;
import dev.clave.spring.boot.ForRoute;
import dev.clave.testkit.FakeDeviceRegistry;
import dev.clave.testkit.FakePushGateway;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * The people, phones and apps of the parent context, as beans of a node: an SMS that one node sends is read in the inbox of either. Elsewhere each node reaches the
 * same registry, gateways and audit log over the network.
 */
final class SharedTown {
    private final ApplicationContext town;

    SharedTown(ApplicationContext node) {
        ApplicationContext parent = node.getParent();
        if (parent == null) {
            throw new IllegalStateException("a node has the town as its parent");
        }
        this.town = parent;
    }

    @Bean(destroyMethod = "")
    FakeRegistry people() {
        return town.getBean(FakeRegistry.class);
    }

    @Bean(destroyMethod = "")
    FakeSmsGateway sms() {
        return town.getBean(FakeSmsGateway.class);
    }

    @Bean(destroyMethod = "")
    Inboxes inboxes() {
        return town.getBean(Inboxes.class);
    }

    @Bean(destroyMethod = "")
    FakeDeviceRegistry apps() {
        return town.getBean(FakeDeviceRegistry.class);
    }

    @Bean(destroyMethod = "")
    @ForRoute(Route.APP)
    FakePushGateway push() {
        return town.getBean(FakePushGateway.class);
    }

    @Bean(destroyMethod = "")
    AuditSink audit() {
        return town.getBean(AuditSink.class);
    }
}
