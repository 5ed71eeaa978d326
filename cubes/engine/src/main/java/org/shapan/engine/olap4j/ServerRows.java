package org.shapan.engine.olap4j;

import static org.shapan.engine.olap4j.Rowset.number;
import static org.shapan.engine.olap4j.Rowset.text;

import java.sql.ResultSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.olap4j.OlapException;
import org.olap4j.metadata.Catalog;
import org.olap4j.metadata.Database;
import org.olap4j.metadata.Schema;
import org.olap4j.metadata.XmlaConstants;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload;
import org.shapan.engine.calc.function.FunctionTable;

/** What the server is, as result sets: its databases, catalogs, schemas, properties, literals and functions. */
final class ServerRows {
    private final ConnectionTarget connection;

    ServerRows(ConnectionTarget connection) {
        this.connection = connection;
    }

    ResultSet databases() throws OlapException {
        Rowset rows = new Rowset(
                text("DATA_SOURCE_NAME"),
                text("DATA_SOURCE_DESCRIPTION"),
                text("URL"),
                text("DATA_SOURCE_INFO"),
                text("PROVIDER_NAME"),
                text("PROVIDER_TYPE"),
                text("AUTHENTICATION_MODE"));
        for (Database database : connection.getOlapDatabases()) {
            rows.add(
                    database.getName(),
                    database.getDescription(),
                    database.getURL(),
                    database.getDataSourceInfo(),
                    database.getProviderName(),
                    joined(database.getProviderTypes()),
                    joined(database.getAuthenticationModes()));
        }
        return rows.resultSet();
    }

    private static String joined(java.util.List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    ResultSet catalogs() throws OlapException {
        Rowset rows = new Rowset(text("TABLE_CAT"));
        for (Catalog catalog : connection.getOlapCatalogs()) {
            rows.add(catalog.getName());
        }
        return rows.resultSet();
    }

    /** @param catalogName null for all */
    ResultSet schemas(String catalogName, String schemaPattern) throws OlapException {
        Rowset rows = new Rowset(text("TABLE_SCHEM"), text("TABLE_CAT"));
        for (Catalog catalog : connection.getOlapCatalogs()) {
            if (NamePattern.is(catalogName, catalog.getName())) {
                for (Schema schema : catalog.getSchemas()) {
                    if (NamePattern.matches(schemaPattern, schema.getName())) {
                        rows.add(schema.getName(), catalog.getName());
                    }
                }
            }
        }
        return rows.resultSet();
    }

    /** There are no actions. */
    ResultSet actions() throws OlapException {
        return new Rowset(
                        text("CATALOG_NAME"),
                        text("SCHEMA_NAME"),
                        text("CUBE_NAME"),
                        text("ACTION_NAME"),
                        text("COORDINATE"),
                        number("COORDINATE_TYPE"))
                .resultSet();
    }

    ResultSet literals() throws OlapException {
        Rowset rows = new Rowset(
                text("LITERAL_NAME"),
                text("LITERAL_VALUE"),
                text("LITERAL_INVALID_CHARS"),
                text("LITERAL_INVALID_STARTING_CHARS"),
                number("LITERAL_MAX_LENGTH"));
        for (XmlaConstants.Literal literal : XmlaConstants.Literal.values()) {
            rows.add(
                    literal.getLiteralName(),
                    literal.getLiteralValue(),
                    literal.getLiteralInvalidChars(),
                    literal.getLiteralInvalidStartingChars(),
                    literal.getLiteralMaxLength());
        }
        return rows.resultSet();
    }

    ResultSet properties(String namePattern) throws OlapException {
        Rowset rows = new Rowset(
                text("PROPERTY_NAME"),
                text("PROPERTY_DESCRIPTION"),
                text("PROPERTY_TYPE"),
                text("PROPERTY_ACCESS_TYPE"),
                Rowset.flag("IS_REQUIRED"),
                text("PROPERTY_VALUE"));
        Map<String, String[]> properties = new TreeMap<>(Map.of(
                "Catalog", new String[] {"Catalog of the connection", "ReadWrite", connection.getCatalog()},
                "DataSourceInfo",
                        new String[] {
                            "Name of the data source",
                            "Read",
                            connection.server().name()
                        },
                "Locale",
                        new String[] {
                            "Language of captions and formatted values",
                            "ReadWrite",
                            connection.getLocale().toLanguageTag()
                        },
                "MdxSupport", new String[] {"Degree of MDX", "Read", "Core"},
                "ProviderName", new String[] {"Name of the server", "Read", DatabaseMeta.PROVIDER},
                "ProviderVersion", new String[] {"Version of the server", "Read", DriverVersion.TEXT},
                "Roles", new String[] {"Roles of the connection", "ReadWrite", connection.getRoleName()}));
        properties.forEach((name, property) -> {
            if (NamePattern.matches(namePattern, name)) {
                rows.add(name, property[0], "string", property[1], false, property[2]);
            }
        });
        return rows.resultSet();
    }

    /** One row for each way a function can be written. */
    ResultSet functions(String namePattern) throws OlapException {
        Rowset rows = new Rowset(
                text("FUNCTION_NAME"),
                text("DESCRIPTION"),
                text("PARAMETER_LIST"),
                number("RETURN_TYPE"),
                number("ORIGIN"),
                text("INTERFACE_NAME"),
                text("LIBRARY_NAME"),
                text("CAPTION"));
        for (MdxFunction function : FunctionTable.standard().functions()) {
            if (NamePattern.matches(namePattern, function.name())) {
                for (Overload overload : function.overloads()) {
                    String parameters = overload.signature().parameters().stream()
                            .map(parameter -> parameter.kind().label())
                            .collect(Collectors.joining(", "));
                    rows.add(
                            function.name(),
                            function.documentation(),
                            parameters,
                            automationType(overload.result()),
                            1,
                            "",
                            null,
                            function.name());
                }
            }
        }
        return rows.resultSet();
    }

    /** OLE automation's number for a type, as MDSCHEMA_FUNCTIONS wants it; 12, a variant, for what it has no type for. */
    private static int automationType(Kind kind) {
        return switch (kind) {
            case INTEGER -> 3;
            case NUMERIC -> 5;
            case DATETIME -> 7;
            case STRING -> 8;
            case LOGICAL -> 11;
            case VALUE, MEMBER, TUPLE, SET, LEVEL, HIERARCHY, DIMENSION, SYMBOL, NULL, EMPTY, ANY -> 12;
        };
    }
}
