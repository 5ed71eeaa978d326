package org.shapan.engine.olap4j;

import java.util.List;
import java.util.Locale;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.api.CubeKpis;
import org.shapan.engine.catalog.KpiDefinition.Part;
import org.shapan.engine.star.Kpi;
import org.shapan.engine.star.Member;

/** Describes KPIs to clients. */
final class KpiMeta {
    private KpiMeta() {}

    /** The KPIs of a cube as roles see them, in the connection's language. */
    static List<CubeKpis.Kpi> of(CubeAccess access, ConnectionContext context) {
        return access.kpis().stream().map(kpi -> described(kpi, context)).toList();
    }

    private static CubeKpis.Kpi described(Kpi kpi, ConnectionContext context) {
        Locale locale = context.locale();
        Kpi.Bound time = kpi.formulas().get(Part.CURRENT_TIME_MEMBER);
        return new CubeKpis.Kpi(
                kpi.name(),
                kpi.caption(locale),
                kpi.description(locale),
                context.folder(kpi.folder()),
                kpi.parent(),
                measure(kpi, Part.VALUE),
                measure(kpi, Part.GOAL),
                measure(kpi, Part.STATUS),
                measure(kpi, Part.TREND),
                measure(kpi, Part.WEIGHT),
                time == null ? null : time.text().text(),
                kpi.statusGraphic(),
                kpi.trendGraphic());
    }

    private static String measure(Kpi kpi, Part part) {
        Member measure = kpi.measure(part);
        return measure == null ? null : measure.uniqueName();
    }
}
