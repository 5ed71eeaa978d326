package org.shapan.engine.driver;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.olap4j.impl.ConnectStringParser;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;

/** A connect string, read and checked. What {@link Properties} say goes before the URL. */
record ConnectString(String url, Map<ConnectionProperty, String> values) {
    static final String PREFIX = "jdbc:shapan:";

    /**
     * @throws EngineException CONNECTION naming the property that is unknown, missing or wrong
     */
    static ConnectString parse(String url, Properties info) {
        ConnectString parsed = new ConnectString(url, read(url, info));
        for (ConnectionProperty property : ConnectionProperty.values()) {
            if (property.required && parsed.text(property) == null) {
                throw wrong("The connect string lacks " + property.key + ": " + property.description);
            }
        }
        return parsed;
    }

    /** The values that are set, without a look at what is missing. */
    static Map<ConnectionProperty, String> read(String url, Properties info) {
        Map<ConnectionProperty, String> values = new EnumMap<>(ConnectionProperty.class);
        pairs(url.substring(PREFIX.length())).forEach((name, value) -> values.put(known(name), value));
        info.stringPropertyNames().forEach(name -> values.put(known(name), info.getProperty(name)));
        return values;
    }

    private static Map<String, String> pairs(String text) {
        try {
            return ConnectStringParser.parseConnectString(text);
        } catch (RuntimeException e) {
            throw new EngineException(
                    OlapErrorCode.CONNECTION,
                    "The connect string is not of the form " + PREFIX + "Name=value;Name='value with ;'",
                    e);
        }
    }

    private static ConnectionProperty known(String name) {
        return ConnectionProperty.of(name)
                .orElseThrow(() -> wrong("There is no connection property '" + name + "'; there are "
                        + Arrays.stream(ConnectionProperty.values())
                                .map(property -> property.key)
                                .collect(Collectors.joining(", "))));
    }

    /** Null when it is not set or blank. */
    String text(ConnectionProperty property) {
        String text = values.get(property);
        return text == null || text.isBlank() ? null : text;
    }

    Path catalog() {
        String text = text(ConnectionProperty.CATALOG);
        Path file;
        try {
            file = text.startsWith("file:") ? Path.of(URI.create(text)) : Path.of(text);
        } catch (IllegalArgumentException e) {
            throw new EngineException(
                    OlapErrorCode.CONNECTION, "Catalog=" + text + " is neither a path nor a file: URL", e);
        }
        if (!Files.isReadable(file)) {
            throw wrong("Catalog=" + text + ": there is no such file that can be read");
        }
        return file.toAbsolutePath().normalize();
    }

    /** Names of roles; empty for everything. */
    List<String> roles() {
        String text = text(ConnectionProperty.ROLE);
        if (text == null) {
            return List.of();
        }
        List<String> roles = new ArrayList<>();
        for (String name : text.replace(",,", "\0").split(",")) {
            String role = name.replace('\0', ',').strip();
            if (role.isEmpty()) {
                throw wrong("Role=" + text + " has an empty name; separate names by single commas");
            }
            roles.add(role);
        }
        return roles;
    }

    Locale locale() {
        String text = text(ConnectionProperty.LOCALE);
        if (text == null) {
            return Locale.getDefault();
        }
        try {
            return new Locale.Builder()
                    .setLanguageTag(text.strip().replace('_', '-'))
                    .build();
        } catch (java.util.IllformedLocaleException e) {
            throw new EngineException(
                    OlapErrorCode.CONNECTION, "Locale=" + text + " is not a language as en, en-US or zh-CN", e);
        }
    }

    /** Null when any will do. */
    Long dataVersion() {
        String text = text(ConnectionProperty.DATA_VERSION);
        try {
            return text == null ? null : Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new EngineException(OlapErrorCode.CONNECTION, "DataVersion=" + text + " is not a whole number", e);
        }
    }

    String user() {
        String text = text(ConnectionProperty.USER);
        return text == null ? "local" : text;
    }

    /** The URL as it may be shown: without passwords. */
    String shown() {
        return PREFIX
                + values.entrySet().stream()
                        .filter(entry -> entry.getKey() != ConnectionProperty.JDBC_PASSWORD
                                && entry.getKey() != ConnectionProperty.PASSWORD)
                        .map(entry ->
                                entry.getKey().key + "='" + entry.getValue().replace("'", "''") + "'")
                        .collect(Collectors.joining(";"));
    }

    /** Loads the classes that JdbcDrivers names, so that they register with the driver manager. */
    void loadDrivers() {
        String text = text(ConnectionProperty.JDBC_DRIVERS);
        for (String name : text == null ? new String[0] : text.split(",")) {
            try {
                Class.forName(name.strip());
            } catch (ClassNotFoundException e) {
                throw new EngineException(
                        OlapErrorCode.CONNECTION,
                        "JdbcDrivers: there is no class " + name.strip() + " on the class path",
                        e);
            }
        }
    }

    static EngineException wrong(String message) {
        return new EngineException(OlapErrorCode.CONNECTION, message);
    }
}
