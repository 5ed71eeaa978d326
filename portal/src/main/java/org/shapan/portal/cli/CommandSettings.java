package org.shapan.portal.cli;

import java.util.Locale;
import org.shapan.engine.CubeServerLimits;
import org.shapan.engine.api.Settings;

/** Settings of commands that run without Spring, from the same places: system properties, then the environment. */
final class CommandSettings {
    private CommandSettings() {}

    static Settings settings() {
        return new Settings(CommandSettings::text);
    }

    static CubeServerLimits limits() {
        return CubeServerLimits.fromSettings(settings());
    }

    /** {@code shapan.check.rule-seconds} is {@code SHAPAN_CHECK_RULE_SECONDS} in the environment. */
    private static String text(String name) {
        String property = System.getProperty(name);
        return property == null
                ? System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'))
                : property;
    }
}
