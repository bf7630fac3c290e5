package dev.clave.internal.flow;

import dev.clave.PinGenerator;
import dev.clave.PinPolicy;
import dev.clave.internal.crypto.BrowserTokens;
import dev.clave.internal.crypto.DeviceTokens;
import dev.clave.internal.crypto.HandleBox;
import dev.clave.internal.crypto.Proofs;
import dev.clave.internal.crypto.Pseudonyms;
import dev.clave.internal.delivery.Courier;
import dev.clave.internal.entries.Entries;
import dev.clave.internal.guard.Host;
import java.time.InstantSource;
import java.time.ZoneId;

/** What every use case works with. */
public record Workbench(
        PinPolicy policy,
        Host host,
        Entries entries,
        Accounts accounts,
        ActiveDevices devices,
        InstantSource clock,
        ZoneId zone,
        PinGenerator generator,
        Pseudonyms pseudonyms,
        HandleBox handles,
        Proofs proofs,
        BrowserTokens browsers,
        DeviceTokens tokens,
        Courier courier,
        String organisation) {}
