package org.shapan.portal.locate;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.shapan.portal.board.UrlParameters;

/**
 * What the localisation shows, as it stands in the URL. Nulls mean the default.
 *
 * @param period {@code 201003}; latest month
 * @param area unique name of the area whose movement is located; the top of what the person may see
 * @param kpi id of the indicator; revenue
 * @param at unique name of the area or owner that was walked to; where most of the movement comes from
 * @param customer place in the list of the customer whose card is open, from 1; 0 for none. A number never stands in a URL.
 */
public record LocateState(String period, String area, String kpi, String at, int customer) {
    /** The route of the localisation. */
    public static final String ROUTE = "areas/locate";

    public static final LocateState DEFAULT = new LocateState(null, null, null, null, 0);

    /** Reads query parameters; whether the names exist is for the presenter to find out. */
    public static LocateState parse(Map<String, List<String>> parameters) {
        String customer = UrlParameters.first(parameters, "customer");
        return new LocateState(
                UrlParameters.first(parameters, "period"),
                UrlParameters.first(parameters, "area"),
                UrlParameters.first(parameters, "kpi"),
                UrlParameters.first(parameters, "at"),
                customer != null && customer.matches("[1-9]\\d{0,3}") ? Integer.parseInt(customer) : 0);
    }

    /** Query parameters; defaults are left out. */
    public Map<String, String> parameters() {
        return UrlParameters.of(
                "period", period,
                "area", area,
                "kpi", kpi,
                "at", at,
                "customer", customer == 0 ? null : Integer.toString(customer));
    }

    /** The link of the localisation. */
    public String href() {
        return new Location(ROUTE, QueryParameters.simple(parameters())).getPathWithQueryParameters();
    }

    public LocateState withPeriod(String other) {
        return new LocateState(other, area, kpi, at, 0);
    }

    /** Another start; what was walked to ends with it. */
    public LocateState withArea(String other) {
        return new LocateState(period, other, kpi, null, 0);
    }

    public LocateState withKpi(String other) {
        return new LocateState(period, area, other, null, 0);
    }

    public LocateState withAt(String other) {
        return new LocateState(period, area, kpi, other, 0);
    }

    public LocateState withCustomer(int other) {
        return new LocateState(period, area, kpi, at, other);
    }
}
