package org.shapan.portal.reports;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.shapan.reports.crosstab.CrossTabLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings of reports and their schedules; docs/reports.md. */
@ConfigurationProperties("shapan.reports")
record ReportsProperties(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        String portalUrl,
        @DefaultValue("2") int workers,
        @DefaultValue("5s") Duration polling,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("24h") Duration lateLimit,
        @DefaultValue("1m") Duration watch,
        @DefaultValue("15m") Duration watchGrace,
        @DefaultValue("400d") Duration retention,
        @DefaultValue({"1m", "5m"}) List<Duration> retryDelays,
        @DefaultValue Map<String, Path> folders,
        @DefaultValue("rw-------") String folderPermissions,
        Path templates,
        @DefaultValue("20") int schedulesPerUser,
        @DefaultValue("100000") int pivotRows,
        @DefaultValue("1000") int pivotColumns,
        @DefaultValue("300") int pivotPages,
        @DefaultValue("10") int contentsPages) {
    CrossTabLimits pivotLimits() {
        return new CrossTabLimits(pivotRows, pivotColumns, pivotPages, contentsPages);
    }
}
