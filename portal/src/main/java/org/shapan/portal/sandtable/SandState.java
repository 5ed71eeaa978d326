package org.shapan.portal.sandtable;

import java.util.List;
import java.util.Map;
import org.shapan.portal.board.UrlParameters;

/**
 * What the sand table shows, as it stands in the URL. Nulls mean the default: latest month, the top of what the person may see, all brands.
 *
 * @param period {@code 201003}
 * @param area unique name of a member of the area hierarchy
 * @param brand unique name of a member of the brand hierarchy
 * @param branches whether the columns are branches where the parts of the area are cities
 */
public record SandState(String period, String area, String brand, boolean branches, Show show) {
    /** The route of the sand table. */
    public static final String ROUTE = "sand-table";

    /** What the cells say. The colours do not depend on it. */
    public enum Show {
        VALUE("v"),
        EXPECTATION("e"),
        LAST_YEAR("y");

        private final String code;

        Show(String code) {
            this.code = code;
        }

        /** The code in URLs. */
        public String code() {
            return code;
        }

        /** The value for an unknown or missing code. */
        static Show ofCode(String code) {
            for (Show show : values()) {
                if (show.code.equals(code)) {
                    return show;
                }
            }
            return VALUE;
        }
    }

    public static final SandState DEFAULT = new SandState(null, null, null, false, Show.VALUE);

    /** Reads query parameters; whether the names exist is for the presenter to find out. */
    public static SandState parse(Map<String, List<String>> parameters) {
        return new SandState(
                UrlParameters.first(parameters, "period"),
                UrlParameters.first(parameters, "area"),
                UrlParameters.first(parameters, "brand"),
                "branch".equals(UrlParameters.first(parameters, "by")),
                Show.ofCode(UrlParameters.first(parameters, "show")));
    }

    /** Query parameters; defaults are left out. */
    public Map<String, String> parameters() {
        return UrlParameters.of(
                "period", period,
                "area", area,
                "brand", brand,
                "by", branches ? "branch" : null,
                "show", show == Show.VALUE ? null : show.code());
    }

    public SandState withPeriod(String other) {
        return new SandState(other, area, brand, branches, show);
    }

    public SandState withArea(String other) {
        return new SandState(period, other, brand, branches, show);
    }

    public SandState withBrand(String other) {
        return new SandState(period, area, other, branches, show);
    }

    public SandState withBranches(boolean other) {
        return new SandState(period, area, brand, other, show);
    }

    public SandState withShow(Show other) {
        return new SandState(period, area, brand, branches, other);
    }
}
