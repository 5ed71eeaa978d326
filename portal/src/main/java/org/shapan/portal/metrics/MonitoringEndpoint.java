package org.shapan.portal.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shapan.engine.api.EngineException;
import org.shapan.portal.cubes.CubeSource;
import org.shapan.warehouse.data.DataDirectory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/metrics} and {@code GET /api/health}, for administrators and tokens of their accounts. */
@RestController
class MonitoringEndpoint {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry meters;
    private final CubeSource cubes;
    private final JdbcClient jdbc;
    private final DataDirectory directory;

    MonitoringEndpoint(PrometheusMeterRegistry meters, CubeSource cubes, JdbcClient jdbc, DataDirectory directory) {
        this.meters = meters;
        this.cubes = cubes;
        this.jdbc = jdbc;
        this.directory = directory;
    }

    @GetMapping(path = "/api/metrics", produces = TEXT)
    String metrics() {
        return meters.scrape(TEXT);
    }

    /** The parts with {@code up} or what is wrong, free bytes in DATA; 503 where a part is not up. */
    @GetMapping("/api/health")
    ResponseEntity<Map<String, Object>> health() {
        Map<String, Object> parts = new LinkedHashMap<>();
        String metadata = metadata();
        String cubeServer = cubes();
        boolean up = metadata.equals("up") && cubeServer.equals("up");
        parts.put("status", up ? "up" : "down");
        parts.put("metadata", metadata);
        parts.put("cubes", cubeServer);
        parts.put("freeBytes", directory.root().toFile().getUsableSpace());
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(parts);
    }

    private String metadata() {
        try {
            jdbc.sql("select count(*) from account").query(Long.class).single();
            return "up";
        } catch (DataAccessException e) {
            return e.getMessage();
        }
    }

    private String cubes() {
        try {
            cubes.server();
            return "up";
        } catch (EngineException e) {
            return e.getMessage();
        }
    }
}
