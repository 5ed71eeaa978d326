package org.shapan.benchmarks.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Member;
import org.shapan.engine.ConnectionSettings;
import org.shapan.engine.CubeServer;
import org.shapan.engine.catalog.CatalogLimits;
import org.shapan.engine.catalog.CatalogReader;
import org.shapan.insight.Parameters;
import org.shapan.insight.State;
import org.shapan.insight.cube.AreaUnit;
import org.shapan.insight.cube.Members;
import org.shapan.insight.locate.Localiser;
import org.shapan.insight.locate.Movement;
import org.shapan.insight.locate.Part;
import org.shapan.insight.watch.Alert;
import org.shapan.insight.watch.Entity;
import org.shapan.insight.watch.Watch;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.catalog.TelecomCatalog;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.feed.Profile;
import org.shapan.warehouse.generator.Generator;
import org.shapan.warehouse.generator.GeneratorOptions;
import org.shapan.warehouse.load.Loader;

/**
 * One province, judged.
 *
 * @param truths read after all alerts were there
 * @param alerts of all months that are judged
 * @param ends per truth id: keys at the ends of the located movement, largest contribution first
 * @param warned customers, by month
 * @param rules ids of all rules by which it was judged
 * @param branches number of branches
 */
record Run(
        long seed,
        boolean clean,
        List<Truth> truths,
        List<Alert> alerts,
        Map<String, List<String>> ends,
        WarnedCustomers warned,
        Set<String> rules,
        int branches) {
    /** First month with 15 months of history; the last of the data. */
    static final YearMonth FIRST = YearMonth.of(2009, 4);

    static final YearMonth LAST = YearMonth.of(2010, 3);

    private static final String TRUTH = "ground_truth.json";

    /**
     * Judges the province that lies in a directory; an empty one is filled first.
     *
     * @param variants parameters to judge by; movements are located for the first only
     * @return a run for each
     */
    static List<Run> of(Path directory, Profile profile, long seed, boolean clean, List<Parameters> variants)
            throws IOException, SQLException, InterruptedException {
        try (DataDirectory owned = DataDirectory.open(directory);
                WarehouseDatabase database = WarehouseDatabase.open(owned, DatabaseSettings.DEFAULT)) {
            Path answers = owned.root().resolve(TRUTH);
            if (!Files.exists(answers)) {
                int threads = Runtime.getRuntime().availableProcessors();
                Generator.generate(
                        new GeneratorOptions(profile, seed, owned.extracts(), clean, threads), Progress.NONE);
                Path truth = owned.root().resolve("unloaded-" + TRUTH);
                Files.move(owned.extracts().resolve(TRUTH), truth);
                new Loader(database).load(owned.extracts(), Progress.NONE);
                Files.move(truth, answers);
            }
            CubeServer server = CubeServer.builder(database.dataSource())
                    .versions(database.versions())
                    .build();
            server.load(
                    TelecomCatalog.NAME,
                    new CatalogReader(CatalogLimits.DEFAULTS, TelecomCatalog::include)
                            .read(TelecomCatalog.FILE, TelecomCatalog.text()));
            try (OlapConnection connection = server.connect(ConnectionSettings.of(TelecomCatalog.NAME))) {
                int branches =
                        Members.level(connection.getOlapSchema().getCubes().get(Localiser.CUBE), AreaUnit.HIERARCHY)
                                .stream()
                                .mapToInt(Run::children)
                                .sum();
                List<List<Alert>> alerts = new ArrayList<>();
                Set<String> rules = new TreeSet<>();
                for (Parameters parameters : variants) {
                    List<Alert> each = new ArrayList<>();
                    for (Watch watch : Watch.all(parameters)) {
                        each.addAll(watch.alerts(connection, FIRST, LAST));
                        rules.addAll(watch.rules());
                    }
                    alerts.add(each);
                }
                List<Truth> truths = Truth.read(Files.readAllBytes(answers));
                Localiser localiser = new Localiser(connection, variants.getFirst());
                Map<String, List<String>> ends = new HashMap<>();
                for (Truth each : truths) {
                    ends.put(each.id(), ends(connection, localiser, each, alerts.getFirst()));
                }
                WarnedCustomers warned = WarnedCustomers.read(connection);
                return alerts.stream()
                        .map(each -> new Run(seed, clean, truths, each, ends, warned, rules, branches))
                        .toList();
            }
        }
    }

    List<Alert> reds() {
        return alerts.stream().filter(alert -> alert.state() == State.RED).toList();
    }

    /** Branches times months that are judged. */
    int branchMonths() {
        return branches * (int) (FIRST.until(LAST, ChronoUnit.MONTHS) + 1);
    }

    double redsPerBranchAndMonth() {
        return (double) reds().size() / branchMonths();
    }

    private static int children(Member member) {
        try {
            return member.getChildMembers().size();
        } catch (OlapException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The movement is located from where a person would begin: the highest area with an alert that fits, in its first month; for an alert
     * on a group or channel its micro area.
     */
    private static List<String> ends(OlapConnection connection, Localiser localiser, Truth truth, List<Alert> alerts)
            throws OlapException {
        Optional<Alert> start = alerts.stream()
                .filter(alert -> truth.isMatchedBy(alert) && measure(alert).isPresent())
                .min((a, b) -> a.month().equals(b.month())
                        ? Integer.compare(
                                a.entity().path().size(), b.entity().path().size())
                        : a.month().compareTo(b.month()));
        if (start.isEmpty()) {
            return List.of();
        }
        Cube cube = connection.getOlapSchema().getCubes().get(Localiser.CUBE);
        Entity from = start.get().entity();
        if (from.kind() == Entity.Kind.CHANNEL || from.kind() == Entity.Kind.GROUP) {
            from = from.parent();
        }
        Member node = Members.find(cube, AreaUnit.HIERARCHY, from.member()).orElseThrow();
        Optional<Movement> movement = localiser.locate(
                measure(start.get()).orElseThrow(), node, start.get().month());
        return movement.map(found ->
                        found.ends().stream().map(Part::entity).map(Run::keys).toList())
                .orElse(List.of());
    }

    private static Optional<String> measure(Alert alert) {
        return Localiser.measureOf(alert.findings().getFirst().rule());
    }

    /** Keys of the end and of its micro area, for causes that are a micro area. */
    private static String keys(Entity end) {
        return end.key() + " " + (end.parent() == null ? "" : end.parent().key());
    }
}
