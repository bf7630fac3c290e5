package dev.clave.example.console;

import dev.clave.NewDevice;
import dev.clave.testkit.FakeDevice;

/** What a login is for. */
sealed interface Errand {
    /** To say who one is. */
    record Enter() implements Errand {}

    /**
     * To sign.
     *
     * @param text what is signed
     */
    record Sign(String text) implements Errand {}

    /**
     * To have the app.
     *
     * @param device where it runs
     */
    record Activate(FakeDevice device) implements Errand {
        /** What the app hands over, once to open the login and once with the PIN. */
        NewDevice offer() {
            return NewDevice.of(device.sealingKey(), device.signingKey(), device.name(), device.pushAddress());
        }
    }
}
