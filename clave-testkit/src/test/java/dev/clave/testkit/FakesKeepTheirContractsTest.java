package dev.clave.testkit;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeadlineChannel;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PinStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** Each fake is what its contract says; and each of these classes shows how a contract is extended. */
class FakesKeepTheirContractsTest {

    @Nested
    class FakePinStoreIsAStore extends PinStoreContract {
        private final FakePinStore store = new FakePinStore();

        @Override
        protected PinStore store() {
            return store;
        }

        @Override
        protected int rounds() {
            return 200;
        }

        @Override
        protected Optional<PinStore> secondNode() {
            return Optional.of(new SteppingStore(store));
        }

        @Override
        protected Optional<Runnable> cleanUpAt(Instant time) {
            return Optional.of(() -> store.forgetExpired(time));
        }

        @Override
        protected Optional<PinStore> unreachableStore() {
            SteppingStore broken = new SteppingStore(store);
            broken.failAlways();
            return Optional.of(broken);
        }

        @Override
        protected Optional<PinStore> storeLosingAnswers() {
            SteppingStore losing = new SteppingStore(store);
            losing.failAfterWrite(1);
            losing.failAfterWrite(2);
            return Optional.of(losing);
        }

        @Override
        protected Optional<Consumer<Runnable>> hostTransaction() {
            return Optional.of(Runnable::run);
        }
    }

    @Nested
    class SteppingStoreIsAStore extends PinStoreContract {
        @Override
        protected PinStore store() {
            return new SteppingStore();
        }

        @Override
        protected int rounds() {
            return 200;
        }
    }

    @Nested
    class FakeRegistryIsARegistry extends PersonRegistryContract {
        private FakeRegistry registry = FakeRegistry.of();

        @Override
        protected PersonRegistry registryOf(List<FakePerson> people) {
            registry = FakeRegistry.of(people.toArray(new FakePerson[0]));
            return registry;
        }

        @Override
        protected boolean update(FakePerson person) {
            registry.put(person);
            return true;
        }

        @Override
        protected Optional<PersonRegistry> unreachableRegistry() {
            FakeRegistry broken = FakeRegistry.withEverybody();
            broken.failAlways();
            return Optional.of(broken);
        }
    }

    @Nested
    class FakeDeviceRegistryIsARegistryOfDevices extends DeviceRegistryContract {
        private final FakeDeviceRegistry devices = new FakeDeviceRegistry();

        @Override
        protected DeviceRegistry registry() {
            return devices;
        }

        @Override
        protected Optional<DeviceRegistry> secondNode() {
            return Optional.of(devices);
        }

        @Override
        protected Optional<DeviceRegistry> unreachableRegistry() {
            FakeDeviceRegistry broken = new FakeDeviceRegistry();
            broken.failAlways();
            return Optional.of(broken);
        }

        @Override
        protected Optional<DeviceRegistry> registryLosingAnswers() {
            return Optional.of(new DeviceRegistry() {
                @Override
                public Optional<Device> find(IdentityNumber person) {
                    return devices.find(person);
                }

                @Override
                public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
                    devices.failAfterWrite(1);
                    return devices.activate(person, device, replaced);
                }

                @Override
                public boolean deactivate(IdentityNumber person, DeviceId device) {
                    devices.failAfterWrite(1);
                    return devices.deactivate(person, device);
                }
            });
        }

        @Override
        protected Optional<Consumer<Runnable>> hostTransaction() {
            return Optional.of(Runnable::run);
        }
    }

    @Nested
    class FakeSmsGatewayIsAChannel extends DeliveryChannelContract {
        private final FakeSmsGateway gateway = new FakeSmsGateway();
        private final ExecutorService executor = Executors.newSingleThreadExecutor();

        @Override
        protected DeliveryChannel channel() {
            return gateway;
        }

        @Override
        protected List<Arrived> arrived() {
            return gateway.sent().stream()
                    .map(message -> new Arrived(
                            message.to().value(),
                            message.text().reveal(),
                            Optional.of(message.id().value())))
                    .toList();
        }

        @Override
        protected Optional<DeliveryChannel> refusedChannel() {
            FakeSmsGateway refusing = new FakeSmsGateway();
            refusing.refuse(DeliveryResult.Reason.REJECTED);
            return Optional.of(refusing);
        }

        @Override
        protected Optional<DeliveryChannel> unreachableChannel() {
            FakeSmsGateway broken = new FakeSmsGateway();
            broken.failAlways();
            return Optional.of(broken);
        }

        @Override
        protected Optional<DeliveryChannel> hangingChannel() {
            FakeSmsGateway hanging = new FakeSmsGateway();
            hanging.hang();
            return Optional.of(new DeadlineChannel(hanging, Duration.ofMillis(50), executor));
        }

        @AfterEach
        void shutDown() {
            executor.shutdownNow();
        }
    }

    @Nested
    class RecordingAuditIsASink extends AuditSinkContract {
        private final RecordingAudit audit = new RecordingAudit();

        @Override
        protected AuditSink sink() {
            return audit;
        }

        /** As somebody would print them, line breaks escaped. */
        @Override
        protected List<String> records() {
            return audit.events().stream()
                    .map(event -> event.toString().replace("\r", "\\r").replace("\n", "\\n"))
                    .toList();
        }

        @Override
        protected Optional<AuditSink> brokenSink() {
            RecordingAudit broken = new RecordingAudit();
            broken.failAlways();
            return Optional.of(broken);
        }
    }

    @Nested
    class FakeKeyRingIsAKeyRing extends KeyRingContract {
        private final FakeKeyRing ring = FakeKeyRing.random();

        @Override
        protected KeyRing ring() {
            return ring;
        }

        @Override
        protected Optional<String> announceNext() {
            return Optional.of(ring.announceNext().id());
        }

        @Override
        protected boolean rotate() {
            ring.rotate();
            return true;
        }

        @Override
        protected Optional<KeyRing> unreachableRing() {
            FakeKeyRing broken = FakeKeyRing.fixed();
            broken.failAlways();
            return Optional.of(broken);
        }
    }

    @Nested
    class FixedKeysAreAKeyRing extends KeyRingContract {
        @Override
        protected KeyRing ring() {
            SplittableRandom random = new SplittableRandom(7);
            byte[] subject = new byte[HostKey.SHORTEST];
            byte[] current = new byte[HostKey.SHORTEST];
            random.nextBytes(subject);
            random.nextBytes(current);
            return KeyRing.of(HostKey.of("subject", subject), HostKey.of("2026-05", current));
        }
    }

    @Nested
    class EphemeralKeysAreAKeyRing extends KeyRingContract {
        private final KeyRing ring = KeyRing.ephemeral();

        @Override
        protected KeyRing ring() {
            return ring;
        }
    }
}
