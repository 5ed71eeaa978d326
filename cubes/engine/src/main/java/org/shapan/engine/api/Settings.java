package org.shapan.engine.api;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/**
 * Settings by name, wherever they come from: the environment, system properties, a file.
 *
 * @param values gives the text of a setting, null when it is not set
 */
public record Settings(UnaryOperator<String> values) {
    /** Nothing is set: every limit has its default. */
    public static final Settings NONE = new Settings(name -> null);

    public Settings {
        requireNonNull(values, "values is null");
    }

    /** The text of a setting, null when it is not set. */
    public String text(String name) {
        return values.apply(name);
    }

    /**
     * A time zone such as {@code Asia/Shanghai}.
     *
     * @throws EngineException CONNECTION naming the setting when there is no such zone
     */
    public ZoneId zone(String name, ZoneId otherwise) {
        String text = values.apply(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            throw new EngineException(
                    OlapErrorCode.CONNECTION,
                    "Setting " + name + "=" + text + " is not a time zone; write one as Asia/Shanghai",
                    e);
        }
    }

    /**
     * A whole number.
     *
     * @param most larger values mean this one
     * @throws EngineException CONNECTION naming the setting when the text is no whole number, or less than {@code least}
     */
    public long whole(String name, long otherwise, long least, long most) {
        String text = values.apply(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        long value;
        try {
            value = Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new EngineException(
                    OlapErrorCode.CONNECTION, "Setting " + name + "=" + text + " is not a whole number", e);
        }
        if (value < least) {
            throw new EngineException(
                    OlapErrorCode.CONNECTION, "Setting " + name + "=" + text + " must be at least " + least);
        }
        return Math.min(value, most);
    }
}
