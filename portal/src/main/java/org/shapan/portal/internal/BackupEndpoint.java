package org.shapan.portal.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.sql.DataSource;
import org.shapan.portal.backup.Backup;
import org.shapan.portal.security.Audit;
import org.shapan.portal.security.AuditEntry.Action;
import org.shapan.portal.security.AuditEntry.Outcome;
import org.shapan.warehouse.data.DataDirectory;
import org.shapan.warehouse.data.WarehouseDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /internal/backup}: a backup of the data directory as it is now. One that breaks off has a second line in the audit log. */
@RestController
@ConditionalOnBean(DataDirectory.class)
class BackupEndpoint {
    private final Backup backup;
    private final Audit audit;

    BackupEndpoint(
            DataDirectory directory, ObjectProvider<WarehouseDatabase> warehouse, DataSource metadata, Audit audit) {
        this.backup = new Backup(directory, warehouse.getIfAvailable(), metadata);
        this.audit = audit;
    }

    @GetMapping("/internal/backup")
    void backup(HttpServletResponse response) throws IOException {
        audit.record(Audit.SUB_COMMAND, Audit.LOCAL, Action.BACKUP, "", Outcome.OK);
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        try {
            backup.write(response.getOutputStream());
        } catch (IOException | RuntimeException e) {
            audit.record(Audit.SUB_COMMAND, Audit.LOCAL, Action.BACKUP, String.valueOf(e.getMessage()), Outcome.FAILED);
            throw e;
        }
    }
}
