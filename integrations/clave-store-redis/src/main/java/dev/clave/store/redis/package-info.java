/**
 * A {@link dev.clave.spi.PinStore} in Redis 6.2 or later, over a client of Jedis: {@link
 * dev.clave.store.redis.RedisPinStore}.
 */
@NullMarked
package dev.clave.store.redis;

import org.jspecify.annotations.NullMarked;
