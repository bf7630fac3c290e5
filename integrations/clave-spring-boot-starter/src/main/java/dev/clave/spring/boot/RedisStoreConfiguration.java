package dev.clave.spring.boot;

import dev.clave.spi.PinStore;
import dev.clave.store.redis.RedisPinStore;
import dev.clave.store.redis.RedisPinStoreBuilder;
import dev.clave.store.redis.RedisStoreException;
import dev.clave.store.redis.Risk;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/** The logins in Redis. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({RedisPinStore.class, RedisClient.class})
@ConditionalOnProperty(name = "clave.store.type", havingValue = "redis")
@ConditionalOnMissingBean(PinStore.class)
class RedisStoreConfiguration {
    /** Lazy, so that what is wrong with it is told beside all else that is wrong. */
    @Bean
    @Lazy
    RedisPinStore clavePinStore(ClaveProperties properties, ObjectProvider<UnifiedJedis> clients) {
        ClaveProperties.Redis redis = properties.store().redis();
        try {
            return builder(redis, client(clients)).build();
        } catch (RedisStoreException failure) {
            throw Problems.one(
                    "Redis cannot keep the logins: " + failure.getMessage(),
                    failure.kind() == RedisStoreException.Kind.UNSAFE_SERVER
                            ? "Set the server as the sentence says; what you know and take, name in clave.store.redis.accept."
                            : "See to Redis and to clave.store.redis.url, or the bean of type UnifiedJedis.");
        } catch (IllegalArgumentException unfit) {
            throw Problems.one("clave.store.redis: " + unfit.getMessage() + ".", "Correct clave.store.redis.*.");
        }
    }

    private static UnifiedJedis client(ObjectProvider<UnifiedJedis> clients) {
        UnifiedJedis client = clients.getIfUnique();
        if (client == null && clients.stream().findAny().isPresent()) {
            throw Problems.one(
                    "clave.store.type is redis, and there is more than one bean of type UnifiedJedis.",
                    "Mark the one for clave with @Primary, or declare a bean of type PinStore: RedisPinStore.over(client).");
        }
        if (client == null) {
            throw Problems.one(
                    "clave.store.type is redis, and nothing says where Redis is.",
                    "Set clave.store.redis.url, or declare a bean of type UnifiedJedis (for Sentinel, RedisSentinelClient; for a cluster, RedisClusterClient).");
        }
        return client;
    }

    private static RedisPinStoreBuilder builder(ClaveProperties.Redis redis, UnifiedJedis client) {
        RedisPinStoreBuilder builder = RedisPinStore.builder(client).namespace(redis.namespace());
        Integer replicas = redis.replicas();
        if (replicas != null) {
            builder.waitFor(replicas, redis.replicaTimeout());
        }
        redis.accept().stream().map(RedisStoreConfiguration::risk).forEach(builder::accept);
        return builder;
    }

    private static Risk risk(String name) {
        return Arrays.stream(Risk.values())
                .filter(risk -> risk.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("accept knows " + Arrays.toString(Risk.values())));
    }

    /** A client for one server, when the application has none: it waits for a connection as long as for an answer. */
    @Bean(destroyMethod = "close")
    @Lazy
    @ConditionalOnMissingBean(UnifiedJedis.class)
    @ConditionalOnProperty("clave.store.redis.url")
    RedisClient claveRedisClient(ClaveProperties properties) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(32);
        pool.setMaxWait(Duration.ofSeconds(2));
        try {
            URI uri = URI.create(String.valueOf(properties.store().redis().url()));
            if (!JedisURIHelper.isRedisScheme(uri) && !JedisURIHelper.isRedisSSLScheme(uri)) {
                throw new IllegalArgumentException("another scheme");
            }
            return RedisClient.builder()
                    .hostAndPort(JedisURIHelper.getHostAndPort(uri))
                    .clientConfig(DefaultJedisClientConfig.builder(uri).build())
                    .poolConfig(pool)
                    .build();
        } catch (IllegalArgumentException | NullPointerException unfit) {
            throw Problems.one(
                    "clave.store.redis.url is no address of a Redis.",
                    "Set it to an address such as redis://redis.example:6379, or rediss:// with TLS.");
        }
    }
}
