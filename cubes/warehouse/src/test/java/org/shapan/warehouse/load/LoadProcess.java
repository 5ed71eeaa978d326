package org.shapan.warehouse.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.shapan.warehouse.Progress;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.WarehouseDatabase;

/** A process that loads a delivery, or those of an inbox, to be killed. Says when it is about to begin, and begins when it is told a line. */
final class LoadProcess {

    private LoadProcess() {}

    /** @param arguments data directory, delivery or inbox, and {@code load} or {@code inbox} */
    public static void main(String[] arguments) throws IOException {
        try (DataDirectory data = DataDirectory.open(Path.of(arguments[0]));
                WarehouseDatabase database = WarehouseDatabase.open(data, new DatabaseSettings("256MB", 2))) {
            System.out.println("begin");
            System.in.read();
            Loader loader = new Loader(database);
            if (arguments[2].equals("inbox")) {
                Inbox inbox = new Inbox(Path.of(arguments[1]), loader, Duration.ofDays(1), Clock.systemUTC());
                inbox.look(); // nothing has rested yet
                inbox.look();
            } else {
                loader.load(Path.of(arguments[1]), LoadOptions.RESTATE, Progress.NONE);
            }
            System.out.println("end");
        } catch (LoadException e) {
            System.out.println(e.code());
            System.exit(1);
        }
    }
}
