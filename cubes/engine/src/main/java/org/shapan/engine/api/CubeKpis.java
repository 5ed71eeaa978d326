package org.shapan.engine.api;

import java.util.List;

/**
 * The key performance indicators of a cube as a connection sees them. An olap4j cube gives them:
 * {@code ((OlapWrapper) cube).unwrap(CubeKpis.class)}.
 */
@FunctionalInterface
public interface CubeKpis {
    /** In order of the catalog; those whose measures the connection's roles may not see are not among them. */
    List<Kpi> kpis();

    /**
     * A KPI. Its parts are measures, given by their unique names, which may stand in any query.
     *
     * @param caption in the language of the connection
     * @param description likewise, or null
     * @param folder display folder, parts separated by {@code \}, or null
     * @param parent name of the KPI that it is part of, or null
     * @param value never null
     * @param goal null when the catalog gives none, as for the parts that follow
     * @param status usually from -1 (bad) to 1 (good)
     * @param trend usually from -1 (worse) to 1 (better)
     * @param weight what it contributes to its parent
     * @param currentTimeMember MDX of the time member it is looked at, or null
     * @param statusGraphic name of the picture that shows the status, such as {@code Traffic Light}, or null
     * @param trendGraphic name of the picture that shows the trend, or null
     */
    record Kpi(
            String name,
            String caption,
            String description,
            String folder,
            String parent,
            String value,
            String goal,
            String status,
            String trend,
            String weight,
            String currentTimeMember,
            String statusGraphic,
            String trendGraphic) {}
}
