package org.shapan.engine.sql;

import java.util.Locale;

/** What the databases we know have in common: double quotes, ANSI literals, {@code NULLS LAST}. */
abstract class AnsiDialect implements Dialect {
    @Override
    public String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public String quote(String schemaOrNull, String table) {
        return schemaOrNull == null ? quote(table) : quote(schemaOrNull) + '.' + quote(table);
    }

    @Override
    public String literal(Object value, DataType type) {
        return Literals.ansi(value, type, name());
    }

    @Override
    public boolean supportsGroupingSets() {
        return true;
    }

    @Override
    public boolean supportsMultipleDistinct() {
        return true;
    }

    @Override
    public String orderItem(String expression, boolean ascending) {
        return expression + (ascending ? " ASC" : " DESC") + " NULLS LAST";
    }

    @Override
    public String toString() {
        return name().toUpperCase(Locale.ROOT);
    }
}
