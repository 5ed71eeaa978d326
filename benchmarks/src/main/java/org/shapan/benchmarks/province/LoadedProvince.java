package org.shapan.benchmarks.province;

import java.io.IOException;
import java.nio.file.Path;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.feed.Profile;
import org.shapan.warehouse.generator.Generator;
import org.shapan.warehouse.generator.GeneratorOptions;
import org.shapan.warehouse.load.Loader;

/** A data directory with a province in it. */
public final class LoadedProvince {
    private LoadedProvince() {}

    /**
     * Loads a province where the directory has none.
     *
     * @param profile size of the province that is generated, such as demo
     * @param feed a delivery to load instead, null to generate one
     */
    public static void ensure(Path directory, String profile, Path feed) throws IOException, InterruptedException {
        try (DataDirectory owned = DataDirectory.open(directory);
                WarehouseDatabase database = WarehouseDatabase.open(owned, DatabaseSettings.DEFAULT)) {
            if (database.dataVersion().isEmpty()) {
                if (feed == null) {
                    Generator.generate(GeneratorOptions.of(Profile.named(profile), owned.extracts()), Progress.NONE);
                }
                new Loader(database).load(feed == null ? owned.extracts() : feed, Progress.NONE);
            }
        }
    }
}
