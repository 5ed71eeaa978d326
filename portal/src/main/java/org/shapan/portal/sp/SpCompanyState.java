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
 * @param company code of the company; null shows nothing
 * @param code code of one of its services; null for the company
 */
public record SpCompanyState(String period, String company, String code) {
    /** The route of the page. */
    public static final String ROUTE = "sp/company";

    /** Reads query parameters; whether the names exist is for the presenter to find out. */
    public static SpCompanyState parse(Map<String, List<String>> parameters) {
        return new SpCompanyState(
                UrlParameters.first(parameters, "period"),
                UrlParameters.first(parameters, "company"),
                UrlParameters.first(parameters, "code"));
    }

    /** Query parameters; defaults are left out. */
    public Map<String, String> parameters() {
        return UrlParameters.of(
                "period", period,
                "company", company,
                "code", code);
    }

    /** The link of the page. */
    public String href() {
        return new Location(ROUTE, QueryParameters.simple(parameters())).getPathWithQueryParameters();
    }

    public SpCompanyState withPeriod(String other) {
        return new SpCompanyState(other, company, code);
    }

    public SpCompanyState withCompany(String other) {
        return new SpCompanyState(period, other, null);
    }

    public SpCompanyState withCode(String other) {
        return new SpCompanyState(period, company, other);
    }
}
