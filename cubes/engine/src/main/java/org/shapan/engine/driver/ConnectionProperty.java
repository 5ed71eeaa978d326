package org.shapan.engine.driver;

import java.util.Arrays;
import java.util.Optional;

/** What a {@code jdbc:shapan:} connect string may say. Names are read without regard to case. */
enum ConnectionProperty {
    JDBC("Jdbc", true, "JDBC URL of the database that holds the facts"),
    JDBC_DRIVERS(
            "JdbcDrivers",
            false,
            "Driver classes to load first, separated by commas; needed for drivers that do not register"),
    JDBC_USER("JdbcUser", false, "User of the database"),
    JDBC_PASSWORD("JdbcPassword", false, "Password of the database user"),
    CATALOG("Catalog", true, "Schema file, as a path or a file: URL"),
    ROLE(
            "Role",
            false,
            "Roles of the catalog, separated by commas (a comma in a name is doubled); their union is seen. Default: everything"),
    LOCALE("Locale", false, "Language of captions and formatted values, as zh-CN or zh_CN. Default: that of the JVM"),
    DATA_VERSION(
            "DataVersion",
            false,
            "Refuses the connection unless the data are at this version; a database without versions is at 0"),
    USER("user", false, "Who asks: for the fair queue and the query log"),
    PASSWORD(
            "password",
            false,
            "Not used: who may connect in process is the database's to decide, by JdbcUser and JdbcPassword");

    final String key;
    final boolean required;
    final String description;

    ConnectionProperty(String key, boolean required, String description) {
        this.key = key;
        this.required = required;
        this.description = description;
    }

    static Optional<ConnectionProperty> of(String name) {
        return Arrays.stream(values())
                .filter(property -> property.key.equalsIgnoreCase(name.strip()))
                .findFirst();
    }
}
