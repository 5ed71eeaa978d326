package org.shapan.reports.query;

import java.sql.Connection;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRValueParameter;
import net.sf.jasperreports.engine.query.JRQueryExecuter;
import org.shapan.reports.insight.ReportInsight;

/** Runs one dataset's MDX when JasperReports fills it. */
final class MdxQueryExecuter implements JRQueryExecuter {
    private final JRDataset dataset;
    private final Map<String, ? extends JRValueParameter> parameters;
    private volatile MdxDataset running;

    MdxQueryExecuter(JRDataset dataset, Map<String, ? extends JRValueParameter> parameters) {
        this.dataset = dataset;
        this.parameters = parameters;
    }

    @Override
    public JRDataSource createDatasource() throws JRException {
        ReportInsight insight = (ReportInsight) value(MdxQueryExecuterFactory.INSIGHT_PARAMETER);
        running = new MdxDataset(
                dataset,
                this::value,
                (Connection) value(JRParameter.REPORT_CONNECTION),
                insight == null ? ReportInsight.NONE : insight);
        return running.open();
    }

    private Object value(String parameter) {
        JRValueParameter found = parameters.get(parameter);
        return found == null ? null : found.getValue();
    }

    @Override
    public void close() {
        MdxDataset current = running;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public boolean cancelQuery() throws JRException {
        MdxDataset current = running;
        return current != null && current.cancel();
    }
}
