package dev.clave.store.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import redis.clients.jedis.ClusterCommandArguments;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.commands.ProtocolCommand;

/**
 * The one script that writes. Its only write is its last command, with the expiry in it: an error means that nothing
 * was written. It compares bytes, for to Lua a number of 64 bits is a double; and it gives numbers as texts, for to make
 * one from a double takes as long as the command.
 */
final class WriteScript {
    static final long WRITTEN = 1;
    static final long MALFORMED = -1;

    /** Key; what the entry there must begin with, or nothing to add; the entry to write; its expiry. */
    static final String TEXT = text();

    private static final String HASH = sha1(TEXT);
    private static final byte[] NOTHING = {};

    private final byte[] key;
    private final byte[] seen;
    private final byte[] next;
    private final long expiry;

    private WriteScript(byte[] key, byte[] seen, byte[] next, long expiry) {
        this.key = key;
        this.seen = seen;
        this.next = next;
        this.expiry = expiry;
    }

    /** In the digits of no language. */
    static String text() {
        return String.format(Locale.ROOT, """
                local there = redis.call('GETRANGE', KEYS[1], '0', '%1$d')
                if there == '' then
                  if ARGV[1] ~= '' then return 0 end
                  return redis.call('SET', KEYS[1], ARGV[2], 'NX', 'PXAT', ARGV[3]) and 1 or -1
                end
                if #there < %2$d or #there > %1$d or string.byte(there) ~= %3$d then return -1 end
                if string.sub(there, 1, 9) ~= ARGV[1] then return 0 end
                redis.call('SET', KEYS[1], ARGV[2], 'PXAT', ARGV[3])
                return 1
                """, Layout.LARGEST, Layout.HEADER, Layout.FORMAT);
    }

    static WriteScript add(byte[] key, byte[] first, long expiry) {
        return new WriteScript(key, NOTHING, first, expiry);
    }

    static WriteScript replace(byte[] key, long seenVersion, byte[] next, long expiry) {
        return new WriteScript(key, Layout.head(seenVersion), next, expiry);
    }

    byte[] key() {
        return key;
    }

    CommandArguments byHash() {
        return call(Command.EVALSHA, HASH);
    }

    CommandArguments byText() {
        return call(Command.EVAL, TEXT);
    }

    private CommandArguments call(ProtocolCommand command, String script) {
        return new ClusterCommandArguments(command)
                .add(script)
                .add(1)
                .key(key)
                .add(seen)
                .add(next)
                .add(expiry);
    }

    /** Redis names scripts by it; nothing rests on its strength. */
    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
