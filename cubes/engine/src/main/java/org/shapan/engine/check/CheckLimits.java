package org.shapan.engine.check;

import java.time.Duration;
import org.shapan.engine.api.Settings;

/**
 * What a check may cost.
 *
 * @param ruleTime time for the statements of one rule in seconds ({@code shapan.check.rule-seconds}); a rule that needs more is reported as
 *     unfinished
 * @param members members of a level that are read ({@code shapan.check.max-members}); larger levels are looked at by SQL only
 * @param largeTable rows from which on a table should have indexes ({@code shapan.check.large-table-rows})
 */
public record CheckLimits(Duration ruleTime, long members, long largeTable) {
    public static final CheckLimits DEFAULTS = new CheckLimits(Duration.ofMinutes(2), 1_000_000, 100_000);

    /** @throws org.shapan.engine.api.EngineException CONNECTION naming a setting whose value is wrong */
    public static CheckLimits fromSettings(Settings settings) {
        return new CheckLimits(
                Duration.ofSeconds(
                        settings.whole("shapan.check.rule-seconds", DEFAULTS.ruleTime.toSeconds(), 1, 86_400)),
                settings.whole("shapan.check.max-members", DEFAULTS.members, 1, Integer.MAX_VALUE),
                settings.whole("shapan.check.large-table-rows", DEFAULTS.largeTable, 1, Long.MAX_VALUE));
    }
}
