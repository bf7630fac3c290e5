package dev.clave.spring.boot;

import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;

/**
 * Puts something around what the application's beans do for clave, at the point where the builder is given them. The beans stay as they
 * are, so that they are still found by their types. Decorators are applied in the order of the context, the first one innermost.
 *
 * <p>A store in memory is better left as it is: keys that die with the process are refused beside any other.
 */
public interface SocketDecorator {

    /**
     * Who is registered.
     *
     * @param registry the application's
     * @return what the builder is given; by default the same
     */
    default PersonRegistry registry(PersonRegistry registry) {
        return registry;
    }

    /**
     * Where entries live.
     *
     * @param store the application's
     * @return what the builder is given; by default the same
     */
    default PinStore store(PinStore store) {
        return store;
    }

    /**
     * How messages go.
     *
     * @param route which way
     * @param channel the application's
     * @return what the builder is given; by default the same
     */
    default DeliveryChannel channel(Route route, DeliveryChannel channel) {
        return channel;
    }

    /**
     * What is remembered.
     *
     * @param audit the application's
     * @return what the builder is given; by default the same
     */
    default AuditSink audit(AuditSink audit) {
        return audit;
    }

    /**
     * Who has the app.
     *
     * @param devices the application's
     * @return what the builder is given; by default the same
     */
    default DeviceRegistry devices(DeviceRegistry devices) {
        return devices;
    }
}
