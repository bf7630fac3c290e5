package dev.clave.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the table and its index are called. Nothing but letters, digits and underscores gets into a name, so a name can
 * be put into a statement as it is.
 *
 * @param schema in which schema (MariaDB: database) the table is; empty for that of the connection
 * @param table the table, without a schema
 */
public record TableNames(Optional<String> schema, String table) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,47}");
    private static final String DEFAULT = "clave_entry";

    /**
     * Names that have been looked at.
     *
     * @param schema in which schema the table is; empty for that of the connection
     * @param table the table, without a schema
     * @throws IllegalArgumentException if one is empty, has over 48 characters, or has any other than ASCII letters,
     *     digits and underscores, or begins with a digit
     */
    public TableNames {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(table, "table");
        schema.ifPresent(name -> check("schema", name));
        check("table", table);
    }

    static TableNames standard() {
        return new TableNames(Optional.empty(), DEFAULT);
    }

    private static void check(String what, String name) {
        if (!ALLOWED.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of the " + what
                    + " must have 1 to 48 letters, digits or underscores of ASCII, and not begin with a digit");
        }
    }

    /**
     * The table, with its schema where it has one.
     *
     * @return a name for a statement
     */
    public String qualified() {
        return schema.map(name -> name + "." + table).orElse(table);
    }

    /**
     * The index on the time.
     *
     * @return a name without a schema
     */
    public String index() {
        return table + "_keep_until";
    }

    /** A script of this package, with these names in place of the standard ones. */
    String ddl(String resource) {
        return script(resource)
                .replace(DEFAULT + "_keep_until", "\0")
                .replace(DEFAULT, qualified())
                .replace("\0", index());
    }

    private static String script(String resource) {
        try (InputStream script = TableNames.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(script, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
