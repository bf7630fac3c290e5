package dev.clave.testkit;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceRegistry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Registries of devices that are each broken in one way, by the rule that catches it: rules 20 to 32. */
final class DeviceRegistryRaceSaboteurs {
    private DeviceRegistryRaceSaboteurs() {}

    static Map<String, Supplier<SoundDevices>> byRule() {
        Map<String, Supplier<SoundDevices>> all = new LinkedHashMap<>();
        all.put("Rule 20", () -> new ThreadsCache(any -> true));
        all.put("Rule 21", () -> new ActivateLooksThenWrites(Optional::isEmpty));
        all.put("Rule 22", DeactivateLooksThenWrites::new);
        all.put("Rule 23", TwoStatements::new);
        all.put("Rule 24", OneWriterAtATime::new);
        all.put("Rule 25", SharedQuery::new);
        all.put("Rule 26", DeletesAndInserts::new);
        all.put("Rule 27", () -> new Interrupted(true, false, false));
        all.put("Rule 28", SecondNodeCaches::new);
        all.put("Rule 29", () -> new LockOfTheProcess(Write.FIRST));
        all.put("Rule 30", () -> new Forgiving(true, true, true));
        all.put("Rule 31", () -> new Repeating(true, true));
        all.put("Rule 32", () -> new RolledBack(false));
        return all;
    }

    static Map<String, Supplier<SoundDevices>> more() {
        Map<String, Supplier<SoundDevices>> all = new LinkedHashMap<>();
        all.put("Rule 20, absence", () -> new ThreadsCache(Optional::isEmpty));
        all.put("Rule 21, the place of another", () -> new ActivateLooksThenWrites(Optional::isPresent));
        all.put("Rule 27, find", () -> new Interrupted(false, true, false));
        all.put("Rule 27, deactivate", () -> new Interrupted(false, false, true));
        all.put("Rule 29, the place of another", () -> new LockOfTheProcess(Write.NEXT));
        all.put("Rule 29, deactivate", () -> new LockOfTheProcess(Write.LAST));
        all.put("Rule 30, find", () -> new Forgiving(true, false, false));
        all.put("Rule 30, activate", () -> new Forgiving(false, true, false));
        all.put("Rule 30, deactivate", () -> new Forgiving(false, false, true));
        all.put("Rule 31, activate", () -> new Repeating(true, false));
        all.put("Rule 31, deactivate", () -> new Repeating(false, true));
        all.put("Rule 32, what was deactivated", () -> new RolledBack(true));
        return all;
    }

    /** Each thread remembers what it has found, until it writes itself. */
    private static final class ThreadsCache extends SoundDevices {
        private final Predicate<Optional<Device>> remembered;
        private final ThreadLocal<Map<IdentityNumber, Optional<Device>>> cache = ThreadLocal.withInitial(HashMap::new);

        ThreadsCache(Predicate<Optional<Device>> remembered) {
            this.remembered = remembered;
        }

        @Override
        public Optional<Device> find(IdentityNumber person) {
            Optional<Device> found = cache.get().getOrDefault(person, super.find(person));
            if (Patience.racing() && remembered.test(found)) {
                cache.get().put(person, found);
            }
            return found;
        }

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            cache.get().remove(person);
            return super.activate(person, device, replaced);
        }

        @Override
        public boolean deactivate(IdentityNumber person, DeviceId device) {
            cache.get().remove(person);
            return super.deactivate(person, device);
        }
    }

    /** {@code if (find(…) is the one that is named) put}, in some of the cases. */
    private static final class ActivateLooksThenWrites extends SoundDevices {
        private final Predicate<Optional<DeviceId>> careless;
        private final Meeting meeting = new Meeting();

        ActivateLooksThenWrites(Predicate<Optional<DeviceId>> careless) {
            this.careless = careless;
        }

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            Optional<DeviceId> place = Optional.ofNullable(replaced);
            if (!careless.test(place) || !isActive(person, replaced) || !meeting.meet(List.of(person, place))) {
                return super.activate(person, device, replaced);
            }
            rows.put(person, device);
            return true;
        }
    }

    /** {@code if (find(…) is that one) remove}. */
    private static final class DeactivateLooksThenWrites extends SoundDevices {
        private final Meeting meeting = new Meeting();

        @Override
        public boolean deactivate(IdentityNumber person, DeviceId device) {
            if (!isActive(person, device) || !meeting.meet(device)) {
                return super.deactivate(person, device);
            }
            rows.remove(person);
            return true;
        }
    }

    /** Whoever replaces and whoever deactivates each look, and then write, though the other did the same. */
    private static final class TwoStatements extends SoundDevices {
        private final Set<DeviceId> replacing = ConcurrentHashMap.newKeySet();
        private final Set<DeviceId> deactivating = ConcurrentHashMap.newKeySet();
        private final Patience patience = new Patience();

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            if (replaced == null || !isActive(person, replaced)) {
                return super.activate(person, device, replaced);
            }
            replacing.add(replaced);
            if (!patience.await(() -> deactivating.contains(replaced))) {
                return super.activate(person, device, replaced);
            }
            rows.put(person, device);
            return true;
        }

        @Override
        public boolean deactivate(IdentityNumber person, DeviceId device) {
            if (!isActive(person, device)) {
                return super.deactivate(person, device);
            }
            deactivating.add(device);
            return patience.await(() -> replacing.contains(device)) || super.deactivate(person, device);
        }
    }

    /** Whoever writes while somebody else's device is written is told that somebody was faster. */
    private static final class OneWriterAtATime extends SoundDevices {
        private final Set<IdentityNumber> writing = ConcurrentHashMap.newKeySet();
        private final Patience patience = new Patience();

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            writing.add(person);
            boolean busy = patience.await(() -> writing.size() > 1);
            try {
                return !busy && super.activate(person, device, replaced);
            } finally {
                writing.remove(person);
            }
        }
    }

    /** One prepared statement for all threads. */
    private static final class SharedQuery extends SoundDevices {
        private final Meeting meeting = new Meeting();
        private volatile IdentityNumber asked = FakePeople.ANA.number();

        @Override
        public Optional<Device> find(IdentityNumber person) {
            asked = Objects.requireNonNull(person);
            meeting.meet("query");
            return super.find(asked);
        }
    }

    /** {@code delete} and then {@code insert}, each committed on its own. */
    private static final class DeletesAndInserts extends SoundDevices {
        private final Patience patience = new Patience();
        private volatile boolean gap;
        private volatile boolean noticed;

        @Override
        public Optional<Device> find(IdentityNumber person) {
            Optional<Device> found = super.find(person);
            noticed |= gap && found.isEmpty();
            return found;
        }

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            synchronized (rows) {
                if (replaced == null || !isActive(person, replaced)) {
                    return super.activate(person, device, replaced);
                }
                rows.remove(person);
                gap = true;
                patience.await(() -> noticed);
                gap = false;
                return super.activate(person, device, null);
            }
        }
    }

    /** An interrupt is no answer, hence no. */
    private static final class Interrupted extends SoundDevices {
        private final boolean activates;
        private final boolean finds;
        private final boolean deactivates;

        Interrupted(boolean activates, boolean finds, boolean deactivates) {
            this.activates = activates;
            this.finds = finds;
            this.deactivates = deactivates;
        }

        private static boolean stops(boolean concerned) {
            return concerned && Thread.currentThread().isInterrupted();
        }

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            return !stops(activates) && super.activate(person, device, replaced);
        }

        @Override
        public Optional<Device> find(IdentityNumber person) {
            return stops(finds) ? Optional.empty() : super.find(person);
        }

        @Override
        public boolean deactivate(IdentityNumber person, DeviceId device) {
            return !stops(deactivates) && super.deactivate(person, device);
        }
    }

    private static final class SecondNodeCaches extends SoundDevices {
        @Override
        DeviceRegistry secondNode() {
            Map<IdentityNumber, Optional<Device>> cache = new ConcurrentHashMap<>();
            return new SoundDevices(rows) {
                @Override
                public Optional<Device> find(IdentityNumber person) {
                    return cache.computeIfAbsent(person, super::find);
                }
            };
        }
    }

    private enum Write {
        FIRST,
        NEXT,
        LAST
    }

    /** Each node lets one caller at a time look and then write, and knows nothing of the other. */
    private static final class LockOfTheProcess extends SoundDevices {
        private final Write careless;
        private final Meeting meeting;

        LockOfTheProcess(Write careless) {
            this(new ConcurrentHashMap<>(), careless, new Meeting());
        }

        private LockOfTheProcess(Map<IdentityNumber, Device> rows, Write careless, Meeting meeting) {
            super(rows);
            this.careless = careless;
            this.meeting = meeting;
        }

        @Override
        public synchronized boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            if (!meetsAnother(replaced == null ? Write.FIRST : Write.NEXT, person, replaced)) {
                return super.activate(person, device, replaced);
            }
            rows.put(person, device);
            return true;
        }

        @Override
        public synchronized boolean deactivate(IdentityNumber person, DeviceId device) {
            if (!meetsAnother(Write.LAST, person, device)) {
                return super.deactivate(person, device);
            }
            rows.remove(person);
            return true;
        }

        private boolean meetsAnother(Write write, IdentityNumber person, @Nullable DeviceId device) {
            return write == careless
                    && isActive(person, device)
                    && meeting.meet(List.of(person, Optional.ofNullable(device)));
        }

        @Override
        DeviceRegistry secondNode() {
            return new LockOfTheProcess(rows, careless, meeting);
        }
    }

    /** What cannot be reached says no. */
    private static final class Forgiving extends SoundDevices {
        private final boolean finds;
        private final boolean activates;
        private final boolean deactivates;

        Forgiving(boolean finds, boolean activates, boolean deactivates) {
            this.finds = finds;
            this.activates = activates;
            this.deactivates = deactivates;
        }

        @Override
        DeviceRegistry unreachable() {
            DeviceRegistry broken = super.unreachable();
            return new SoundDevices() {
                @Override
                public Optional<Device> find(IdentityNumber person) {
                    return finds ? Optional.empty() : broken.find(person);
                }

                @Override
                public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
                    return !activates && broken.activate(person, device, replaced);
                }

                @Override
                public boolean deactivate(IdentityNumber person, DeviceId device) {
                    return !deactivates && broken.deactivate(person, device);
                }
            };
        }
    }

    /** Whoever has lost an answer tries again, and is told that somebody was faster: oneself. */
    private static final class Repeating extends SoundDevices {
        private final boolean activates;
        private final boolean deactivates;

        Repeating(boolean activates, boolean deactivates) {
            this.activates = activates;
            this.deactivates = deactivates;
        }

        @Override
        DeviceRegistry losingAnswers() {
            DeviceRegistry losing = super.losingAnswers();
            return new SoundDevices(rows) {
                @Override
                public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
                    if (!activates) {
                        return losing.activate(person, device, replaced);
                    }
                    super.activate(person, device, replaced);
                    return super.activate(person, device, replaced);
                }

                @Override
                public boolean deactivate(IdentityNumber person, DeviceId device) {
                    if (!deactivates) {
                        return losing.deactivate(person, device);
                    }
                    super.deactivate(person, device);
                    return super.deactivate(person, device);
                }
            };
        }
    }

    /** Takes part in the transaction of the host, with all writes or only with those that end something. */
    private static final class RolledBack extends SoundDevices {
        private final boolean onlyWhatEnds;

        RolledBack(boolean onlyWhatEnds) {
            this.onlyWhatEnds = onlyWhatEnds;
        }

        @Override
        void inHostTransaction(Runnable work) {
            Map<IdentityNumber, Device> before = snapshot();
            work.run();
            if (onlyWhatEnds) {
                before.forEach(rows::putIfAbsent);
            } else {
                rows.clear();
                rows.putAll(before);
            }
        }
    }
}
