package org.shapan.portal.admin;

import org.shapan.portal.province.OnWarehouse;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry.Action;
import org.shapan.portal.security.AuditEntry.Outcome;
import org.shapan.warehouse.load.LoadEntry;
import org.shapan.warehouse.load.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Puts every load on record, whoever asked for it. */
@Component
@OnWarehouse
class LoadAudit {
    private static final Logger LOG = LoggerFactory.getLogger(LoadAudit.class);

    private final Audit audit;

    LoadAudit(Loader loader, Audit audit) {
        this.audit = audit;
        loader.whenEnded(this::record);
    }

    private void record(LoadEntry load) {
        Outcome outcome = load.version() > 0 ? Outcome.OK : Outcome.REFUSED;
        try {
            audit.record(
                    load.by(),
                    Audit.LOCAL,
                    Action.LOAD,
                    "%d: %s %s".formatted(load.id(), load.outcome(), load.directory()),
                    outcome);
        } catch (DataAccessException e) {
            // The load stands already, and the ledger of loads has it.
            LOG.warn("Load {} is not in the audit log: {}", load.id(), e.getMessage());
        }
    }
}
