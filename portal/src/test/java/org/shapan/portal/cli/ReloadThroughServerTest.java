package org.shapan.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shapan.engine.CatalogReload;
import org.shapan.engine.SavedQuery;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CatalogLimits;
import org.shapan.engine.catalog.CatalogReader;
import org.shapan.portal.CiProvince;
import org.shapan.portal.TestPortal;
import org.shapan.portal.cubes.CubeSource;
import org.shapan.portal.cubes.SavedQueries;
import org.shapan.warehouse.catalog.TelecomCatalog;
import picocli.CommandLine;

/** A reload of the warehouse's catalog: every query of the reports compiles, and is named when a change breaks it. */
class ReloadThroughServerTest {
    @TempDir
    Path data;

    @TempDir
    Path nothing;

    private record Answer(int exit, String out, String err) {}

    private static Answer reload(Path directory, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Shapan.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(List.of("reload", "--data", directory.toString()));
        arguments.addAll(List.of(more));
        int exit = command.execute(arguments.toArray(String[]::new));
        return new Answer(exit, out.toString(), err.toString());
    }

    /** The catalog with another name for a level, and for those who use the level. */
    private static CatalogDefinition renamed(String before, String after) {
        return new CatalogReader(
                        CatalogLimits.DEFAULTS,
                        file -> TelecomCatalog.include(file)
                                .replace("Level name=\"" + before + "\"", "Level name=\"" + after + "\"")
                                .replace("level=\"" + before + "\"", "level=\"" + after + "\""))
                .read(TelecomCatalog.FILE, TelecomCatalog.text());
    }

    @Test
    void reportsAreNamedWhenAChangeBreaksThem() {
        try (TestPortal portal =
                TestPortal.start(CiProvince.copy(data), Map.of("SHAPAN_ADMIN_PASSWORD", "a grain of sand"))) {
            Answer same = reload(data);
            assertThat(same.exit()).as(same.err()).isEqualTo(ExitCode.OK);
            assertThat(same.out()).contains("Reloaded: 0 changes, 0 queries broken");

            CubeSource cubes = portal.server().bean(CubeSource.class);
            List<SavedQuery> reports = portal.server().bean(SavedQueries.class).all();
            assertThat(reports).extracting(SavedQuery::name).contains("report R03", "report R06");

            CatalogReload renamed = cubes.server().previewReload(cubes.catalog(), renamed("Branch", "Office"), reports);

            assertThat(renamed.diff().changes().toString()).contains("name: Branch → Office");
            assertThat(renamed.broken()).extracting(CatalogReload.Broken::name).contains("report R03");
        }
    }

    @Test
    void withoutAServerThereIsNothingToReload() {
        Answer answer = reload(nothing);

        assertThat(answer.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.err()).startsWith("shapan: no server runs on").hasLineCount(1);
    }
}
