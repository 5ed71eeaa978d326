package org.shapan.engine.star;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.catalog.CatalogErrors;
import org.shapan.engine.catalog.RelationDefinition;
import org.shapan.engine.sql.DataType;
import org.shapan.engine.sql.Dialect;

/** Inline tables as SQL. */
final class InlineSql {
    private InlineSql() {}

    static String query(RelationDefinition.InlineTable table, Dialect dialect) {
        List<DataType> types = table.columns().stream()
                .map(c -> typeOf(c.type(), table, c.name()))
                .toList();
        List<String> selects = new ArrayList<>();
        for (List<String> row : table.rows()) {
            selects.add("SELECT " + row(table, row, types, dialect) + from(dialect));
        }
        if (selects.isEmpty()) {
            List<String> nulls = new ArrayList<>();
            table.columns().forEach(c -> nulls.add(null));
            return "SELECT " + row(table, nulls, types, dialect) + from(dialect) + " WHERE 1 = 0";
        }
        return String.join(" UNION ALL ", selects);
    }

    /** HSQLDB knows no SELECT without FROM. */
    private static String from(Dialect dialect) {
        return " FROM (VALUES (0)) AS " + dialect.quote("one") + "(" + dialect.quote("zero") + ")";
    }

    private static String row(
            RelationDefinition.InlineTable table, List<String> values, List<DataType> types, Dialect dialect) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            RelationDefinition.InlineColumn column = table.columns().get(i);
            String literal;
            try {
                literal = dialect.literal(values.get(i), types.get(i));
            } catch (EngineException e) {
                throw CatalogErrors.invalid(
                        table.place(),
                        "inline table '" + table.alias() + "', column '" + column.name() + "': " + e.getMessage(),
                        "Correct the value or the type of its column",
                        e);
            }
            items.add("CAST(" + literal + " AS " + sqlType(types.get(i), table, i) + ") AS "
                    + dialect.quote(column.name()));
        }
        return String.join(", ", items);
    }

    private static DataType typeOf(String written, RelationDefinition.InlineTable table, String column) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "string" -> DataType.STRING;
            case "integer" -> DataType.LONG;
            case "numeric" -> DataType.DECIMAL;
            case "boolean" -> DataType.BOOLEAN;
            case "date" -> DataType.DATE;
            case "time" -> DataType.TIME;
            case "timestamp" -> DataType.TIMESTAMP;
            default ->
                throw CatalogErrors.invalid(
                        table.place(),
                        "inline table '" + table.alias() + "', column '" + column + "': unknown type '" + written + "'",
                        "Write String, Integer, Numeric, Boolean, Date, Time or Timestamp");
        };
    }

    private static String sqlType(DataType type, RelationDefinition.InlineTable table, int column) {
        return switch (type) {
            case STRING -> "VARCHAR(" + Math.max(1, longest(table, column)) + ")";
            case INTEGER, LONG -> "BIGINT";
            case DECIMAL -> "DECIMAL(30, " + scale(table, column) + ")";
            case DOUBLE -> "DOUBLE PRECISION";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIME -> "TIME";
            case TIMESTAMP -> "TIMESTAMP";
        };
    }

    private static int longest(RelationDefinition.InlineTable table, int column) {
        return table.rows().stream()
                .mapToInt(r -> r.get(column) == null ? 0 : r.get(column).length())
                .max()
                .orElse(0);
    }

    private static int scale(RelationDefinition.InlineTable table, int column) {
        return table.rows().stream()
                .map(r -> r.get(column))
                .filter(v -> v != null && v.indexOf('.') >= 0)
                .mapToInt(v -> Math.min(15, v.strip().length() - v.strip().indexOf('.') - 1))
                .max()
                .orElse(0);
    }
}
