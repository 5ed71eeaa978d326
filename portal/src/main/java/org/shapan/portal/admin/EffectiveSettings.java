package org.shapan.portal.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/** The settings of {@code docs/operations.md} as this process has them. Secrets are named, never told. */
@Component
class EffectiveSettings {
    private static final String LIST = "settings.list";
    private static final String DEFAULTS = "application.properties";
    /** Whole options of the Java process may hold any secret. */
    private static final Set<String> SECRET = Set.of("SHAPAN_JAVA_OPTS");
    /** A private key may stand in its setting itself, and not only in a file named there. */
    private static final Set<String> SECRET_WORDS = Set.of("password", "private-key", "secret", "token");

    /** Where a value comes from. */
    enum Source {
        DEFAULT,
        ENVIRONMENT,
        SYSTEM,
        COMMAND_LINE
    }

    /**
     * A setting.
     *
     * @param otherwise what holds where it is not set, in words
     * @param value null where it is not set; {@code ***} for a secret that is set
     */
    record Setting(String name, String otherwise, String value, Source source) {}

    private final ConfigurableEnvironment environment;

    EffectiveSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** All of them, in the order of the documentation. */
    List<Setting> all() {
        return list().stream().map(line -> of(line[0].strip(), line[1].strip())).toList();
    }

    private Setting of(String name, String otherwise) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            // The first source is a view of all others.
            if (ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)
                    || !source.containsProperty(name)) {
                continue;
            }
            Source from = source(source.getName());
            if (from != Source.DEFAULT) {
                return new Setting(name, otherwise, isSecret(name) ? "***" : environment.getProperty(name), from);
            }
        }
        return new Setting(name, otherwise, null, Source.DEFAULT);
    }

    private static Source source(String name) {
        return switch (name) {
            case StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME -> Source.ENVIRONMENT;
            case StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME -> Source.SYSTEM;
            default -> name.contains(DEFAULTS) ? Source.DEFAULT : Source.COMMAND_LINE;
        };
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SECRET.contains(name) || SECRET_WORDS.stream().anyMatch(lower::contains);
    }

    private static List<String[]> list() {
        try (InputStream in = EffectiveSettings.class.getResourceAsStream(LIST);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("=", 2))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list of settings", e);
        }
    }
}
