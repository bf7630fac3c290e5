package dev.clave.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.clave.Clave;
import dev.clave.Identified;
import dev.clave.WrongPin;
import dev.clave.spi.PinStore;
import dev.clave.store.jdbc.JdbcPinStore;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.FakeSmsGateway;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.IsolationLevelDataSourceAdapter;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** The logins in the application's database, when it asks for that. */
class JdbcStoreTest {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    private ApplicationContextRunner jdbc() {
        return Host.complete().withPropertyValues("clave.store.type=jdbc");
    }

    private ApplicationContextRunner withTable() {
        return jdbc().withBean("dataSource", DataSource.class, this::h2)
                .withPropertyValues("clave.store.jdbc.create-table=true", "clave.nodes=2");
    }

    private JdbcDataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        return source;
    }

    @Test
    void logins_are_in_the_table_that_was_named() {
        withTable()
                .withPropertyValues("clave.store.jdbc.table=logins", "clave.store.jdbc.schema=PUBLIC")
                .run(context -> {
                    assertThat(context).hasSingleBean(JdbcPinStore.class).hasSingleBean(CleanUp.class);
                    assertThat(Host.logsIn(context)).isTrue();
                    assertThat(new JdbcTemplate(h2()).queryForObject("select count(*) from logins", Integer.class))
                            .isEqualTo(1);
                });
    }

    @Test
    void a_table_that_is_missing_is_told_with_the_statements_that_make_it() {
        jdbc().withBean(DataSource.class, this::h2)
                .run(context -> assertThat(Host.told(context.getStartupFailure()))
                        .contains("clave.store.jdbc.create-table=true", "create table if not exists clave_entry"));
    }

    @Test
    void without_a_source_or_with_several_it_is_told_what_to_do() {
        jdbc().run(context -> assertThat(Host.told(context.getStartupFailure()))
                .contains("there is no DataSource", "spring.datasource.url"));
        jdbc().withBean("one", DataSource.class, this::h2)
                .withBean("two", DataSource.class, this::h2)
                .run(context -> assertThat(Host.told(context.getStartupFailure()))
                        .contains("more than one DataSource", "@ClaveDataSource"));
        jdbc().withUserConfiguration(TwoSources.class)
                .withPropertyValues("clave.store.jdbc.create-table=true")
                .run(context -> assertThat(Host.logsIn(context)).isTrue());
    }

    @Test
    void without_the_artifact_it_is_named() {
        for (String store : new String[] {"jdbc", "redis"}) {
            Host.complete()
                    .withClassLoader(new FilteredClassLoader("dev.clave.store." + store))
                    .withPropertyValues("clave.store.type=" + store)
                    .run(context -> assertThat(Host.told(context.getStartupFailure()))
                            .contains("dev.clave:clave-store-" + store));
        }
    }

    @Test
    void it_does_without_the_jdbc_support_of_spring() {
        withTable()
                .withClassLoader(new FilteredClassLoader("org.springframework.jdbc"))
                .run(context -> assertThat(Host.logsIn(context)).isTrue());
    }

    @Test
    void what_is_wrong_with_the_store_is_told_beside_all_else() {
        Host.empty()
                .withPropertyValues("clave.store.type=jdbc")
                .run(context -> assertThat(Host.told(context.getStartupFailure()))
                        .contains("no DataSource", "PersonRegistry", "There are no keys"));
    }

    @Test
    void a_table_of_a_migration_is_there_before_it_is_looked_for() {
        jdbc().withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class, DataSourceInitializationAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + url,
                        "spring.sql.init.mode=always",
                        "spring.sql.init.schema-locations=classpath:dev/clave/store/jdbc/h2.sql")
                .run(context -> assertThat(Host.logsIn(context)).isTrue());
    }

    @Test
    void a_table_that_this_user_cannot_make_is_told_with_the_statements_for_a_migration() {
        JdbcDataSource narrow = h2();
        new JdbcTemplate(narrow).execute("create user narrow password ''");
        JdbcDataSource other = new JdbcDataSource();
        other.setURL(url.replace(";DB_CLOSE_DELAY=-1", ""));
        other.setUser("narrow");
        other.setPassword("");
        jdbc().withBean(DataSource.class, () -> other)
                .withPropertyValues("clave.store.jdbc.create-table=true")
                .run(context -> assertThat(Host.told(context.getStartupFailure()))
                        .contains("cannot be made by this user", "create table if not exists clave_entry"));
        JdbcPinStore.over(narrow).createTable();
        new JdbcTemplate(narrow).execute("grant select, insert, update, delete on clave_entry to narrow");
        jdbc().withBean(DataSource.class, () -> other)
                .withPropertyValues("clave.store.jdbc.create-table=true")
                .run(context -> assertThat(Host.logsIn(context)).isTrue());
    }

    @Test
    void a_database_that_is_down_or_foreign_is_told() {
        JdbcDataSource down = new JdbcDataSource();
        down.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";IFEXISTS=TRUE");
        jdbc().withBean(DataSource.class, () -> down)
                .run(context -> assertThat(Host.told(context.getStartupFailure()))
                        .contains("No connection could be had", "See to spring.datasource.*"));
        jdbc().withBean(DataSource.class, () -> StandIn.product("MySQL"))
                .run(context -> assertThat(Host.told(context.getStartupFailure()))
                        .contains("There is no dialect for MySQL", "declare a bean of type PinStore"));
    }

    @Test
    void proxies_of_transactions_are_taken_off_and_nothing_else() {
        JdbcDataSource pool = h2();
        assertThat(HostTransactions.outside(new TransactionAwareDataSourceProxy(
                        new LazyConnectionDataSourceProxy(new TransactionAwareDataSourceProxy(pool)))))
                .isSameAs(pool);
        IsolationLevelDataSourceAdapter level = new IsolationLevelDataSourceAdapter();
        level.setTargetDataSource(pool);
        assertThat(HostTransactions.outside(level)).isSameAs(level);
    }

    @Test
    void times_that_are_none_are_told() {
        for (String time : new String[] {"clean-up-interval=-1s", "clean-up-interval=10ns", "timeout=90s"}) {
            withTable()
                    .withPropertyValues("clave.store.jdbc." + time)
                    .run(context -> assertThat(Host.told(context.getStartupFailure()))
                            .contains(
                                    "clave.store.jdbc",
                                    time.startsWith("timeout") ? "1 to 60 whole seconds" : "interval"));
        }
    }

    @Test
    void names_that_are_none_are_refused() {
        jdbc().withBean(DataSource.class, this::h2)
                .withPropertyValues("clave.store.jdbc.table=x; drop table y")
                .run(context -> assertThat(Host.told(context.getStartupFailure()))
                        .contains("clave.store.jdbc: ", "Correct clave.store.jdbc"));
    }

    @Test
    void a_pool_that_does_not_commit_is_refused_with_what_to_do() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setAutoCommit(false);
        try (pool) {
            jdbc().withBean(DataSource.class, () -> pool)
                    .withPropertyValues("clave.store.jdbc.create-table=true")
                    .run(context -> assertThat(Host.told(context.getStartupFailure()))
                            .contains("auto-commit", "@ClaveDataSource"));
        }
    }

    @Test
    void what_was_charged_stays_when_the_application_rolls_back() {
        withTable().withUserConfiguration(Transactions.class).run(context -> {
            Clave clave = context.getBean(Clave.class);
            Identified login =
                    (Identified) clave.identify(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast());
            assertThat(clave.obtainPin(login.handle())).isNotNull();
            String pin = context.getBean(FakeSmsGateway.class)
                    .phoneOf(FakePeople.ANA)
                    .lastPin();
            String wrong = (pin.charAt(0) == 'A' ? 'B' : 'A') + pin.substring(1);
            context.getBean(TransactionTemplate.class).executeWithoutResult(transaction -> {
                assertThat(clave.verify(login.handle(), wrong)).isEqualTo(new WrongPin(2));
                transaction.setRollbackOnly();
            });
            assertThat(clave.verify(login.handle(), wrong)).isEqualTo(new WrongPin(1));
        });
    }

    @Test
    void logins_that_are_over_are_forgotten_while_the_application_runs() {
        FakeClock clock = new FakeClock();
        withTable()
                .withBean(FakeClock.class, () -> clock)
                .withPropertyValues("clave.store.jdbc.clean-up-interval=20ms")
                .run(context -> {
                    assertThat(Host.logsIn(context)).isTrue();
                    clock.advance(Duration.ofDays(30));
                    JdbcTemplate table = new JdbcTemplate(h2());
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> Integer.valueOf(0)
                                    .equals(table.queryForObject("select count(*) from clave_entry", Integer.class)));
                });
        withTable()
                .withPropertyValues("clave.store.jdbc.clean-up-interval=0")
                .run(context ->
                        assertThat(context.getBean(CleanUp.class).isRunning()).isFalse());
    }

    @Test
    void a_store_of_the_applications_own_wins() {
        jdbc().withBean(PinStore.class, () -> new FakePinStore())
                .run(context -> assertThat(context).doesNotHaveBean(JdbcPinStore.class));
    }

    /** Two sources, one of them for clave. */
    @Configuration(proxyBeanMethods = false)
    static class TwoSources {
        @Bean
        DataSource business() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:business");
            return source;
        }

        @Bean
        @ClaveDataSource
        DataSource logins() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return source;
        }
    }

    /** A source that hands out the connection of the transaction. */
    @Configuration(proxyBeanMethods = false)
    static class Transactions {
        @Bean
        @Primary
        TransactionAwareDataSourceProxy proxy(@Qualifier("dataSource") DataSource source) {
            return new TransactionAwareDataSourceProxy(source);
        }

        @Bean
        TransactionTemplate transactions(DataSource source) {
            return new TransactionTemplate(new DataSourceTransactionManager(source));
        }
    }
}
