package org.shapan.portal.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.portal.province.Province;
import org.shapan.warehouse.load.BadRow;
import org.shapan.warehouse.load.LoadException;
import org.shapan.warehouse.load.LoadOptions;
import org.shapan.warehouse.load.LoadResult;
import org.shapan.warehouse.load.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /internal/load {"directory", "restate", "maxBad", "maxUnknown", "by"}}: loads a delivery that lies on this machine. Answers in JSON lines: any number of
 * {@code {"phase","done","total"}}, then {@code {"version","changed","absent","bad","unknown","repaired"}} or
 * {@code {"error","bad"}}; {@code bad} are lines of CSV, the rows in quarantine.
 */
@RestController
@OnWarehouse
class LoadEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(LoadEndpoint.class);

    record Delivery(String directory, Boolean restate, Double maxBad, Double maxUnknown, String by) {}

    private final Loader loader;
    private final Province province;
    private final JsonMapper json;

    LoadEndpoint(Loader loader, Province province, JsonMapper json) {
        this.loader = loader;
        this.province = province;
        this.json = json;
    }

    @PostMapping("/internal/load")
    ResponseEntity<StreamingResponseBody> load(@RequestBody Delivery delivery) {
        Path directory = Path.of(delivery.directory());
        LoadOptions options = new LoadOptions(
                Boolean.TRUE.equals(delivery.restate()),
                delivery.maxBad() == null ? LoadOptions.DEFAULT_MAX_BAD_SHARE : delivery.maxBad(),
                delivery.maxUnknown() == null ? LoadOptions.DEFAULT_MAX_UNKNOWN_SHARE : delivery.maxUnknown(),
                delivery.by() == null ? LoadOptions.DEFAULT.by() : delivery.by());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(out -> load(directory, options, out));
    }

    private void load(Path directory, LoadOptions options, OutputStream out) {
        Caller caller = new Caller(out);
        try {
            LoadResult result = loader.load(
                    directory,
                    options,
                    (phase, done, total) -> caller.tell(Map.of("phase", phase, "done", done, "total", total)));
            province.refresh();
            caller.tell(Map.of(
                    "version",
                    result.version().version(),
                    "changed",
                    result.changed(),
                    "absent",
                    result.absentFeeds(),
                    "bad",
                    result.badRows().stream().map(BadRow::csv).toList(),
                    "unknown",
                    result.unknownTotal(),
                    "repaired",
                    result.repairedRows()));
        } catch (LoadException e) {
            caller.tell(Map.of(
                    "error",
                    e.getMessage() + ". " + e.remedy(),
                    "bad",
                    e.badRows().stream().map(BadRow::csv).toList()));
        }
    }

    /** The other end of the answer. When it goes away the load goes on. */
    private final class Caller {
        private final OutputStream out;
        private boolean gone;

        Caller(OutputStream out) {
            this.out = out;
        }

        void tell(Map<String, Object> event) {
            if (gone) {
                return;
            }
            try {
                out.write((json.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                gone = true;
                LOG.info("The caller of a load went away; the load goes on ({})", e.getMessage());
            }
        }
    }
}
