package org.shapan.portal.province;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.data.DataVersion;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.generator.Generator;
import org.shapan.warehouse.generator.GeneratorOptions;
import org.shapan.warehouse.load.Loader;

/** The province of a data directory: generated into its extracts and loaded like any other delivery. */
final class WarehouseProvince implements ProvinceSource {
    private final WarehouseDatabase database;
    private final Loader loader;
    private final GeneratorOptions options;

    WarehouseProvince(WarehouseDatabase database, Loader loader, GeneratorOptions options) {
        this.database = database;
        this.loader = loader;
        this.options = options;
    }

    @Override
    public Optional<DataState> published() {
        return database.dataVersion().map(WarehouseProvince::state);
    }

    @Override
    public DataState prepare(Progress progress) {
        Path delivery = options.out();
        try {
            Generator.generate(options, progress);
        } catch (IOException e) {
            throw new UncheckedIOException("the province cannot be written to " + delivery + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while generating", e);
        }
        return state(loader.load(delivery, progress).version());
    }

    static DataState state(DataVersion version) {
        return new DataState(version.version(), version.asOf(), version.closed());
    }
}
