package org.shapan.portal.sp;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        return new SpCompanyState(first(parameters, "period"), first(parameters, "company"), first(parameters, "code"));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
    }

    /** Query parameters; defaults are left out. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "period", period);
        put(parameters, "company", company);
        put(parameters, "code", code);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (value != null) {
            parameters.put(name, value);
        }
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
