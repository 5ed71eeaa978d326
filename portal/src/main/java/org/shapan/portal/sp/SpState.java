package org.shapan.portal.sp;

import java.util.List;
import java.util.Map;
import org.shapan.portal.board.UrlParameters;

/**
 * What the board shows, as it stands in the URL. Nulls mean the default: latest month, all lines, no company selected.
 *
 * @param period {@code 201003}
 * @param line code of a business line, such as {@code SMS}
 * @param company code of the company that the charts show
 * @param all every company in the table, not only the first ones
 */
public record SpState(String period, String line, String company, boolean all) {
    public static final SpState DEFAULT = new SpState(null, null, null, false);

    /** Reads query parameters; whether the names exist is for the presenter to find out. */
    public static SpState parse(Map<String, List<String>> parameters) {
        return new SpState(
                UrlParameters.first(parameters, "period"),
                UrlParameters.first(parameters, "line"),
                UrlParameters.first(parameters, "company"),
                "all".equals(UrlParameters.first(parameters, "rows")));
    }

    /** Query parameters; defaults are left out. */
    public Map<String, String> parameters() {
        return UrlParameters.of(
                "period", period,
                "line", line,
                "company", company,
                "rows", all ? "all" : null);
    }

    public SpState withPeriod(String other) {
        return new SpState(other, line, company, all);
    }

    /** Another line; the selection of a company ends with it. */
    public SpState withLine(String other) {
        return new SpState(period, other, null, all);
    }

    public SpState withCompany(String other) {
        return new SpState(period, line, other, all);
    }

    public SpState withAll(boolean other) {
        return new SpState(period, line, company, other);
    }

    /** What has to be loaded, without what only changes the drawing. */
    SpState data() {
        return new SpState(period, line, null, false);
    }
}
