package org.shapan.portal.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shapan.portal.cli.CommandFailure;
import org.shapan.portal.cli.ExitCode;
import org.shapan.portal.internal.LoadsEndpoint.Detail;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.DatabaseSettings;
import org.shapan.warehouse.data.ServerInfo;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.shapan.warehouse.load.LoadEntry;
import org.shapan.warehouse.load.LoadLedger;
import tools.jackson.databind.json.JsonMapper;

/** The ledger of loads of a data directory: through its server where one runs, else from the file. */
public final class LoadLedgerDoor {
    private final JsonMapper json = JsonMapper.builder().build();
    private final Path data;
    private final Optional<ServerInfo> server;

    public LoadLedgerDoor(Path data) {
        this.data = data;
        this.server = DataDirectory.owner(data).filter(owner -> owner.port() > 0);
    }

    /** The newest loads, newest first. */
    public List<LoadEntry> newest(int limit) {
        return server.isPresent()
                ? List.of(json.readValue(ask("loads?limit=" + limit), LoadEntry[].class))
                : here(ledger -> ledger.newest(limit));
    }

    /** A load, its feeds and what it kept out. */
    public Detail load(long id) {
        return server.isPresent()
                ? json.readValue(ask("loads/" + id), Detail.class)
                : here(ledger -> Detail.of(ledger, existing(ledger, id)));
    }

    /** The bad rows of a load that are kept, as CSV. */
    public String quarantine(long id) {
        return server.isPresent()
                ? ask("loads/" + id + "/quarantine.csv")
                : here(ledger ->
                        LoadsEndpoint.csv(ledger.badRows(existing(ledger, id).id())));
    }

    private String ask(String path) {
        return new ServerClient(server.orElseThrow()).get(path);
    }

    private static LoadEntry existing(LoadLedger ledger, long id) {
        return ledger.load(id)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.INPUT_REFUSED, "there is no load " + id + ". ./shapan loads lists them."));
    }

    private <T> T here(Function<LoadLedger, T> question) {
        try (DataDirectory directory = DataDirectory.open(data);
                WarehouseDatabase database = WarehouseDatabase.open(directory, DatabaseSettings.DEFAULT)) {
            return question.apply(new LoadLedger(database));
        }
    }
}
