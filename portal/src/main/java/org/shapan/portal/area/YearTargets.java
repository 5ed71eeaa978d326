package org.shapan.portal.area;

import java.util.Map;

/** Port to the targets of a year, which are given per company, city and branch and not by cube. */
@FunctionalInterface
public interface YearTargets {
    /** No targets at all. */
    YearTargets NONE = (year, level, unit) -> Map.of();

    /**
     * @param level {@code company}, {@code city} or {@code branch}
     * @param unit code of the city or branch; {@code company} for the company
     * @return target by domain id of the indicator; empty where there is none
     */
    Map<String, Double> of(int year, String level, String unit);
}
