package org.shapan.portal.pivot;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.shapan.engine.api.Settings;
import org.shapan.portal.customer.CustomerColumns;
import org.shapan.portal.customer.Unmasking;
import org.shapan.portal.security.Audit;
import org.springframework.core.env.Environment;

/** Shows the rows behind a cell to whoever is at the screen. */
@SpringComponent
class RowsBehind {
    private final CustomerColumns customers;
    private final Unmasking unmasking;
    private final Audit audit;
    private final RowLimits limits;

    RowsBehind(CustomerColumns customers, Unmasking unmasking, Audit audit, Environment environment) {
        this.customers = customers;
        this.unmasking = unmasking;
        this.audit = audit;
        this.limits = RowLimits.fromSettings(new Settings(environment::getProperty));
    }

    /** @param facts what stands above the rows in a file */
    void show(PivotSession session, PivotResult result, int row, int column, List<ExportSheet.Fact> facts) {
        new RowsDialog(
                        () -> new CellRows(session, customers, result, row, column),
                        limits,
                        unmasking,
                        audit,
                        ExplainPanel.address(result, row, column),
                        facts)
                .show();
    }
}
