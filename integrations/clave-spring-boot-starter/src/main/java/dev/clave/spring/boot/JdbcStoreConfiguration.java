package dev.clave.spring.boot;

import dev.clave.spi.PinStore;
import dev.clave.store.jdbc.JdbcPinStore;
import dev.clave.store.jdbc.JdbcPinStoreBuilder;
import dev.clave.store.jdbc.JdbcStoreException;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The logins in a table of the application's database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(JdbcPinStore.class)
@ConditionalOnProperty(name = "clave.store.type", havingValue = "jdbc")
@ConditionalOnMissingBean(PinStore.class)
class JdbcStoreConfiguration {
    private static final String DATABASE =
            "See to spring.datasource.* and to the database; the codes are its driver's.";

    /** Lazy, so that what is wrong with it is told beside all else that is wrong. */
    @Bean
    @Lazy
    @DependsOnDatabaseInitialization
    JdbcPinStore clavePinStore(
            ClaveProperties properties,
            @ClaveDataSource ObjectProvider<DataSource> chosen,
            ObjectProvider<DataSource> all) {
        ClaveProperties.Jdbc jdbc = properties.store().jdbc();
        if (!CleanUp.allows(jdbc.cleanUpInterval())) {
            throw Problems.one(
                    "clave.store.jdbc.clean-up-interval is less than a millisecond.",
                    "Set clave.store.jdbc.clean-up-interval to a time such as 1m, or to 0 where another node cleans up.");
        }
        JdbcPinStore store = store(jdbc, HostTransactions.outside(source(chosen, all)));
        Optional<JdbcStoreException> uncreated = jdbc.createTable() ? failure(store::createTable) : Optional.empty();
        // Another node may have made the table at this moment, or a migration long ago.
        Optional<JdbcStoreException> unusable = failure(store::check);
        if (unusable.isPresent()) {
            JdbcStoreException failure = uncreated.orElse(unusable.get());
            throw Problems.one(description(failure), action(failure, jdbc.createTable(), store));
        }
        return store;
    }

    private static Optional<JdbcStoreException> failure(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (JdbcStoreException failure) {
            return Optional.of(failure);
        }
    }

    @Bean
    CleanUp claveCleanUp(ObjectProvider<JdbcPinStore> store, ClaveProperties properties, ListableBeanFactory beans) {
        InstantSource clock = ClaveAssembly.clock(beans);
        return new CleanUp(
                now -> store.getObject().cleanUp(now),
                properties.store().jdbc().cleanUpInterval(),
                clock == null ? InstantSource.system() : clock);
    }

    private static DataSource source(ObjectProvider<DataSource> chosen, ObjectProvider<DataSource> all) {
        DataSource marked = chosen.getIfUnique();
        DataSource source = marked == null ? all.getIfUnique() : marked;
        if (source == null) {
            boolean none = all.stream().findAny().isEmpty();
            throw Problems.one(
                    "clave.store.type is jdbc, and there is " + (none ? "no" : "more than one") + " DataSource.",
                    none
                            ? "Configure a DataSource, such as by spring.datasource.url."
                            : "Mark the DataSource for clave with @ClaveDataSource.");
        }
        return source;
    }

    private static JdbcPinStore store(ClaveProperties.Jdbc jdbc, DataSource source) {
        JdbcPinStoreBuilder builder = builder(jdbc, source);
        try {
            return builder.build();
        } catch (JdbcStoreException failure) {
            throw Problems.one(description(failure), DATABASE);
        } catch (IllegalArgumentException foreign) {
            throw Problems.one(
                    "The database cannot keep the logins: " + foreign.getMessage(),
                    "Take one that is shipped, or declare a bean of type PinStore:\n"
                            + "  JdbcPinStore.builder(dataSource).dialect(…).build()");
        }
    }

    private static JdbcPinStoreBuilder builder(ClaveProperties.Jdbc jdbc, DataSource source) {
        try {
            JdbcPinStoreBuilder builder =
                    JdbcPinStore.builder(source).table(jdbc.table()).timeout(jdbc.timeout());
            return jdbc.schema() == null ? builder : builder.schema(jdbc.schema());
        } catch (IllegalArgumentException unfit) {
            throw Problems.one("clave.store.jdbc: " + unfit.getMessage() + ".", "Correct clave.store.jdbc.*.");
        }
    }

    private static String description(JdbcStoreException failure) {
        return "The database cannot keep the logins: " + failure.getMessage();
    }

    private static String action(JdbcStoreException failure, boolean createTable, JdbcPinStore store) {
        return switch (failure.problem()) {
            case HOST_TRANSACTION ->
                "Leave the pool in auto-commit mode (spring.datasource.hikari.auto-commit=true), or give clave a pool of its"
                        + " own and mark it with @ClaveDataSource.";
            case NO_TABLE, FAILED ->
                (createTable
                                ? "The table cannot be made by this user: put this among your migrations:\n"
                                : "For a first try set clave.store.jdbc.create-table=true. Otherwise put this among your migrations:\n")
                        + store.ddl();
            default -> DATABASE;
        };
    }
}
