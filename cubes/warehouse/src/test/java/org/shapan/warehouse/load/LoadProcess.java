package org.shapan.warehouse.load;

import java.io.IOException;
import java.nio.file.Path;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;

/** A process that loads a delivery, to be killed. Says when it is about to begin, and begins when it is told a line. */
final class LoadProcess {

    private LoadProcess() {}

    /** @param arguments data directory and delivery */
    public static void main(String[] arguments) throws IOException {
        try (DataDirectory data = DataDirectory.open(Path.of(arguments[0]));
                WarehouseDatabase database = WarehouseDatabase.open(data, new DatabaseSettings("256MB", 2))) {
            System.out.println("begin");
            System.in.read();
            new Loader(database).load(Path.of(arguments[1]), LoadOptions.RESTATE, Progress.NONE);
            System.out.println("end");
        } catch (LoadException e) {
            System.out.println(e.code());
            System.exit(1);
        }
    }
}
