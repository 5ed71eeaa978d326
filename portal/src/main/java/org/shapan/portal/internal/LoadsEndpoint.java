package org.shapan.portal.internal;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry.Action;
import org.shapan.portal.security.AuditEntry.Outcome;
import org.shapan.warehouse.load.BadRow;
import org.shapan.warehouse.load.LoadEntry;
import org.shapan.warehouse.load.LoadLedger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The ledger of loads, for the sub-command {@code loads} below {@code /internal} and for administrators below {@code /api}:
 * {@code loads?limit=} (a list of {@link LoadEntry}), {@code loads/N} ({@link Detail}) and {@code loads/N/quarantine.csv}. A load that is not
 * in the ledger is 404.
 */
@RestController
@OnWarehouse
@RequestMapping({"/internal/loads", "/api/loads"})
public class LoadsEndpoint {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final LoadLedger ledger;
    private final Audit audit;

    LoadsEndpoint(LoadLedger ledger, Audit audit) {
        this.audit = audit;
        this.ledger = ledger;
    }

    /** A load with its feeds, and what it kept out by feed and reason. */
    public record Detail(LoadEntry load, List<LoadEntry.OfFeed> feeds, List<LoadEntry.BadCount> bad) {
        static Detail of(LoadLedger ledger, LoadEntry load) {
            return new Detail(load, ledger.feeds(load.id()), ledger.badCounts(load.id()));
        }
    }

    @GetMapping
    List<LoadEntry> newest(@RequestParam(defaultValue = "20") int limit) {
        return ledger.newest(Math.max(0, limit));
    }

    @GetMapping("/{id}")
    ResponseEntity<Detail> detail(@PathVariable long id) {
        return ResponseEntity.of(ledger.load(id).map(load -> Detail.of(ledger, load)));
    }

    @GetMapping("/{id}/quarantine.csv")
    ResponseEntity<byte[]> quarantine(@PathVariable long id) {
        Optional<LoadEntry> known = ledger.load(id);
        known.ifPresent(load -> audit.record(Action.EXPORT, "quarantine-%d.csv".formatted(id), Outcome.OK));
        return known.map(load -> ResponseEntity.ok()
                        .contentType(CSV)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"quarantine-%d.csv\"".formatted(id))
                        .body(csv(ledger.badRows(id)).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Header and rows, each ended by a line feed. */
    static String csv(List<BadRow> rows) {
        return Stream.concat(Stream.of(BadRow.HEADER), rows.stream().map(BadRow::csv))
                .collect(joining("\n", "", "\n"));
    }
}
