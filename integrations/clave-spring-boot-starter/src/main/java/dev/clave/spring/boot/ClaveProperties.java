package dev.clave.spring.boot;

import dev.clave.AppFallback;
import dev.clave.ExpiredDocuments;
import dev.clave.Preset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application says of its clave in properties. Beans say the rest, and win.
 *
 * @param organisation who writes, at the beginning of a message: at most 24 characters
 * @param site the host name at which the PIN is typed: messages then end in a line by which a browser fills it in there alone
 * @param tenant whose people these are, where one host serves several
 * @param zone where the times in messages hold, and where the last day of a document ends
 * @param nodes how many nodes serve the same people: with more than one the logins must be in a shared store
 * @param keys so that no store ever holds a PIN or a person
 * @param policy the rules and numbers
 * @param store where logins live
 * @param delivery how messages are handed over
 * @param login the login of an application that has no SecurityFilterChain of its own
 */
@ConfigurationProperties("clave")
public record ClaveProperties(
        @Nullable String organisation,
        @Nullable String site,
        @Nullable String tenant,
        @DefaultValue("Europe/Madrid") ZoneId zone,
        @DefaultValue("1") int nodes,
        @DefaultValue Keys keys,
        @DefaultValue Policy policy,
        @DefaultValue Store store,
        @DefaultValue Delivery delivery,
        @DefaultValue Login login) {

    /**
     * Keys. Each is 32 random bytes or more in Base64, or {@code file:} and the path of a file that holds it.
     *
     * @param subject the key of the pseudonyms, which never changes: Base64, or file: and a path
     * @param current the name of the key in the ring by which new logins are sealed
     * @param ring the keys by name, each Base64, or file: and a path: the current one, the one before for 40 minutes more, the next one
     */
    public record Keys(
            @Nullable String subject,
            @Nullable String current,
            @DefaultValue Map<String, String> ring) {
        /** How many there are: somebody may have put one where a name belongs. */
        @Override
        public String toString() {
            return "Keys[" + ring.size() + " in the ring]";
        }
    }

    /**
     * Rules and numbers: a preset, and what differs from it. A risk is acknowledged in code ({@link PinPolicyCustomizer}).
     *
     * @param preset the rules to begin with: standard, or clave-pin, as the public service has them
     * @param pinLength how many symbols a PIN has, 3 to 8
     * @param pinLife how long a PIN lives, 30 seconds to 10 minutes
     * @param loginLife how long a login lives, at most 30 minutes
     * @param wrongPinsPerLogin how many wrong PINs end a login, 1 to 10
     * @param wrongPins the wrong PINs of a person
     * @param wrongPinsInARow how many wrong PINs without a right one block a person, 1 to 100
     * @param wrongData the refusals of a person's data from unknown browsers
     * @param wrongDataOfKnownBrowsers the same from browsers that have logged the person in
     * @param logins the logins opened for a person
     * @param sendsPerLogin how many messages a login sends, 1 to 10
     * @param sendPause how long a person's messages are apart, 10 seconds to 10 minutes
     * @param sends the messages to a person
     * @param identifications the identifications from an origin
     * @param expiredDocuments what becomes of a person whose document has expired
     * @param appFallback what happens when the app cannot be told of a PIN
     * @param smsPrefixes how the telephone numbers begin to which SMS may go
     */
    public record Policy(
            @DefaultValue("standard") Preset preset,
            @Nullable Integer pinLength,
            @Nullable Duration pinLife,
            @Nullable Duration loginLife,
            @Nullable Integer wrongPinsPerLogin,
            @Nullable Bucket wrongPins,
            @Nullable Integer wrongPinsInARow,
            @Nullable Bucket wrongData,
            @Nullable Bucket wrongDataOfKnownBrowsers,
            @Nullable Bucket logins,
            @Nullable Integer sendsPerLogin,
            @Nullable Duration sendPause,
            @Nullable Bucket sends,
            @Nullable Bucket identifications,
            @Nullable ExpiredDocuments expiredDocuments,
            @Nullable AppFallback appFallback,
            @Nullable List<String> smsPrefixes) {}

    /**
     * How often something may happen.
     *
     * @param burst how many may happen at once, 1 to 1000
     * @param refill after how long one comes back, 1 second to 400 days
     */
    public record Bucket(@Nullable Integer burst, @Nullable Duration refill) {}

    /** Where logins can live. */
    public enum StoreType {
        /** In the memory of this node, until it restarts. */
        MEMORY,
        /** In a table of the application's {@code DataSource}. */
        JDBC,
        /** In Redis. */
        REDIS
    }

    /**
     * Where logins live.
     *
     * @param type which store; unset: the PinStore bean, or else the memory
     * @param memory the store in memory
     * @param jdbc the store in a database
     * @param redis the store in Redis
     */
    public record Store(
            @Nullable StoreType type,
            @DefaultValue Memory memory,
            @DefaultValue Jdbc jdbc,
            @DefaultValue Redis redis) {}

    /**
     * The store in memory.
     *
     * @param capacity how many entries it takes before it refuses new ones
     */
    public record Memory(@DefaultValue("1000000") long capacity) {}

    /**
     * The store in a database.
     *
     * @param schema the schema of the table (MariaDB: the database); that of the connection unless set
     * @param table what the table is called
     * @param timeout how long a statement may take: whole seconds, 1 to 60
     * @param createTable whether to make the table at the start where it is missing: for a first try
     * @param cleanUpInterval how long the clean-ups of this node are apart; 0: none
     */
    public record Jdbc(
            @Nullable String schema,
            @DefaultValue("clave_entry") String table,
            @DefaultValue("5s") Duration timeout,
            @DefaultValue("false") boolean createTable,
            @DefaultValue("1m") Duration cleanUpInterval) {}

    /**
     * The store in Redis.
     *
     * @param url the address of the one server, such as redis://redis.example:6379; not needed with a bean of type UnifiedJedis
     * @param namespace what the keys in Redis begin with
     * @param replicas how many replicas must have a write before it counts; unset: as the store finds them
     * @param replicaTimeout how long the replicas may take
     * @param accept the risks of the server that are accepted: EVICTION, NO_PERSISTENCE
     */
    public record Redis(
            @Nullable String url,
            @DefaultValue("clave") String namespace,
            @Nullable Integer replicas,
            @DefaultValue("1s") Duration replicaTimeout,
            @DefaultValue List<String> accept) {
        /** Without the address, which may hold a password. */
        @Override
        public String toString() {
            return "Redis[" + namespace + "]";
        }
    }

    /**
     * How messages are handed over.
     *
     * @param deadline how long a person is kept waiting for a channel; 0: as long as the channel takes
     * @param threads how many messages can be on their way at once; further ones are told as not sent
     */
    public record Delivery(
            @DefaultValue("5s") Duration deadline,
            @DefaultValue("16") int threads) {}

    /**
     * The login of an application that has no {@code SecurityFilterChain} of its own.
     *
     * @param path where the forms are sent to, and where the default page is
     * @param successUrl where people go who came for the login itself
     * @param insecureCookies whether browsers send the cookies in clear too: for development on a machine of your own alone
     */
    public record Login(
            @DefaultValue("/login/clave") String path,
            @DefaultValue("/") String successUrl,
            @DefaultValue("false") boolean insecureCookies) {}
}
