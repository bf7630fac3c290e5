package dev.clave.spring.test;

import dev.clave.Clave;
import dev.clave.ClaveBuilder;
import dev.clave.identity.IdentityNumber;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.EntryKey;
import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Person;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import dev.clave.spi.StoredEntry;
import dev.clave.spring.boot.ClaveBuilderCustomizer;
import dev.clave.spring.boot.SocketDecorator;
import dev.clave.spring.observation.ObservedSockets;
import io.micrometer.observation.ObservationRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** An application whose own parts fail a test as soon as they are called, and some as soon as they are made. */
final class HostApplication {
    private HostApplication() {}

    private static AssertionError called() {
        return new AssertionError("a part of the application was called, not a fake");
    }

    /** A service of the host's that does more than look people up. */
    static final class Citizens implements PersonRegistry {
        @Override
        public Optional<Person> find(IdentityNumber number) {
            throw called();
        }

        int count() {
            return 47;
        }
    }

    static final class Table implements PinStore {
        Table() {
            throw called();
        }

        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            throw called();
        }

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            throw called();
        }

        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            throw called();
        }
    }

    static final class Vault implements KeyRing {
        @Override
        public HostKey current() {
            throw called();
        }

        @Override
        public Optional<HostKey> find(String id) {
            throw called();
        }

        @Override
        public HostKey subject() {
            throw called();
        }
    }

    static final class Phones implements DeviceRegistry {
        @Override
        public Optional<Device> find(IdentityNumber person) {
            throw called();
        }

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            throw called();
        }

        @Override
        public boolean deactivate(IdentityNumber person, DeviceId device) {
            throw called();
        }
    }

    /** Puts a clave together from the beans that are preferred, as the starter does. */
    @Configuration(proxyBeanMethods = false)
    static class Login {

        @Bean
        Clave clave(
                PersonRegistry registry,
                DeliveryChannel channel,
                AuditSink audit,
                KeyRing keys,
                PinStore store,
                ObjectProvider<DeviceRegistry> devices,
                ObjectProvider<ClaveBuilderCustomizer> customizers) {
            ClaveBuilder builder = Clave.builder()
                    .registry(registry)
                    .channel(Route.SMS, channel)
                    .audit(audit)
                    .keys(keys)
                    .store(store);
            devices.ifUnique(builder::devices);
            customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
            return builder.build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Sockets {

        @Bean
        Citizens citizens() {
            return new Citizens();
        }

        @Bean
        @Primary
        DeliveryChannel smsc() {
            return message -> {
                throw called();
            };
        }

        @Bean
        DeliveryChannel pushService() {
            return message -> {
                throw called();
            };
        }

        @Bean
        AuditSink auditTable() {
            return event -> {
                throw called();
            };
        }

        @Bean
        Vault vault() {
            return new Vault();
        }

        @Bean
        Table table() {
            return new Table();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class App {

        @Bean
        Phones phones() {
            return new Phones();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Observed {

        @Bean
        ObservationRegistry observations() {
            return ObservationRegistry.create();
        }

        @Bean
        SocketDecorator observedSockets(ObservationRegistry observations) {
            return new ObservedSockets(observations);
        }
    }
}
