package org.shapan.portal.sp;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.shapan.portal.board.UrlParameters;

/**
 * What the page of a company shows, as it stands in the URL.
 *
 * @param period {@code 201003}; null for the latest month
 * @param line code of a business line, within which the company is looked at; null for all its lines
 * @param company code of the company; null for the one that stands out most
 * @param code code of one of its services; null for the company
 */
public record SpCompanyState(String period, String line, String company, String code) {
    /** The route of the page. */
    public static final String ROUTE = "sp/company";

    /** The one that stands out most in the latest month. */
    public static final SpCompanyState DEFAULT = new SpCompanyState(null, null, null);

    /** A company, or one of its services, over all lines. */
    public SpCompanyState(String period, String company, String code) {
        this(period, null, company, code);
    }

    /** Reads query parameters; whether the names exist is for the presenter to find out. */
    public static SpCompanyState parse(Map<String, List<String>> parameters) {
        return new SpCompanyState(
                UrlParameters.first(parameters, "period"),
                UrlParameters.first(parameters, "line"),
                UrlParameters.first(parameters, "company"),
                UrlParameters.first(parameters, "code"));
    }

    /** Query parameters; defaults are left out. */
    public Map<String, String> parameters() {
        return UrlParameters.of("period", period, "line", line, "company", company, "code", code);
    }

    /** The link of the page. */
    public String href() {
        return new Location(ROUTE, QueryParameters.simple(parameters())).getPathWithQueryParameters();
    }

    public SpCompanyState withPeriod(String other) {
        return new SpCompanyState(other, line, company, code);
    }

    /** Another line; what was chosen in the old one ends with it. */
    public SpCompanyState withLine(String other) {
        return new SpCompanyState(period, other, null, null);
    }

    public SpCompanyState withCompany(String other) {
        return new SpCompanyState(period, line, other, null);
    }

    /** A service of a company. */
    public SpCompanyState with(String ofCompany, String service) {
        return new SpCompanyState(period, line, ofCompany, service);
    }
}
