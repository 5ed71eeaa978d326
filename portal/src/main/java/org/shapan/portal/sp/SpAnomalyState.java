package org.shapan.portal.sp;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shapan.portal.board.UrlParameters;

/**
 * What the rapid analysis shows, as it stands in the URL.
 *
 * @param asked line, company and service
 * @param rule the two digits of the rule that is explained; null for the one with most points
 * @param traffic what the map of days and hours shows
 */
public record SpAnomalyState(SpCompanyState asked, String rule, Traffic traffic) {
    /** What is known by day and hour. */
    public enum Traffic {
        MT("MT", "SPM-08"),
        MO("MO", "SPM-07"),
        FEE("Fee by hour", "SPM-54");

        private final String measure;
        private final String id;

        Traffic(String measure, String id) {
            this.measure = measure;
            this.id = id;
        }

        /** Id of the domain. */
        String id() {
            return id;
        }

        String measure() {
            return measure;
        }

        static Traffic of(String name) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(name))
                    .findFirst()
                    .orElse(MT);
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SpAnomalyState {
        requireNonNull(asked, "asked is null");
        requireNonNull(traffic, "traffic is null");
    }

    /** Reads query parameters; whether the names exist is for the presenter to find out. */
    public static SpAnomalyState parse(Map<String, List<String>> parameters) {
        return new SpAnomalyState(
                SpCompanyState.parse(parameters),
                UrlParameters.first(parameters, "rule"),
                Traffic.of(UrlParameters.first(parameters, "show")));
    }

    /** Query parameters; defaults are left out. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(asked.parameters());
        parameters.putAll(UrlParameters.of("rule", rule, "show", traffic == Traffic.MT ? null : traffic.code()));
        return parameters;
    }

    /** Another line, company, service or month; the rule is chosen anew. */
    public SpAnomalyState with(SpCompanyState other) {
        return new SpAnomalyState(other, null, traffic);
    }

    public SpAnomalyState withRule(String other) {
        return new SpAnomalyState(asked, other, traffic);
    }

    public SpAnomalyState withTraffic(Traffic other) {
        return new SpAnomalyState(asked, rule, other);
    }
}
