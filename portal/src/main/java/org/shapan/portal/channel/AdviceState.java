package org.shapan.portal.channel;

import java.util.List;
import java.util.Map;
import org.shapan.portal.board.ScopedState;
import org.shapan.portal.board.UrlParameters;

/**
 * Whose channels are listed, as it stands in the URL. Nulls mean the default.
 *
 * @param period {@code 201003}; null for the latest month
 * @param area unique name of an area; null for the top of what the person may see
 * @param type name of a type of value; null for the first that has channels
 */
public record AdviceState(String period, String area, String type) implements ScopedState<AdviceState> {
    /** Reads query parameters; whether the names exist is for the presenter to find out. */
    public static AdviceState parse(Map<String, List<String>> parameters) {
        return new AdviceState(
                UrlParameters.first(parameters, "period"),
                UrlParameters.first(parameters, "area"),
                UrlParameters.first(parameters, "type"));
    }

    /** Query parameters; defaults are left out. */
    public Map<String, String> parameters() {
        return UrlParameters.of("period", period, "area", area, "type", type);
    }

    @Override
    public AdviceState withPeriod(String other) {
        return new AdviceState(other, area, type);
    }

    @Override
    public AdviceState withArea(String other) {
        return new AdviceState(period, other, type);
    }

    public AdviceState withType(String other) {
        return new AdviceState(period, area, other);
    }
}
