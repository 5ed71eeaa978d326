package org.shapan.reports.query;

import java.util.Map;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRValueParameter;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.query.AbstractQueryExecuterFactory;
import net.sf.jasperreports.engine.query.JRQueryExecuter;
import net.sf.jasperreports.engine.query.QueryExecutionContext;
import org.shapan.reports.insight.ReportInsight;

/**
 * Makes query executers of the language {@code mdx}. The report's connection must be an olap4j connection.
 *
 * <p>Field types: {@link java.math.BigDecimal} for numbers, {@link String}, {@link Integer} for a depth, and
 * {@link org.shapan.reports.insight.ReportState} for a state; anything is accepted by {@link Object}.
 */
public final class MdxQueryExecuterFactory extends AbstractQueryExecuterFactory {
    /** Built-in parameter of every dataset in this language: the {@link ReportInsight} that judges its cells. */
    public static final String INSIGHT_PARAMETER = "MDX_INSIGHT";

    private static final Object[] BUILTIN = {INSIGHT_PARAMETER, ReportInsight.class.getName()};

    @Override
    public Object[] getBuiltinParameters() {
        return BUILTIN.clone();
    }

    @Override
    public JRQueryExecuter createQueryExecuter(
            JasperReportsContext context, JRDataset dataset, Map<String, ? extends JRValueParameter> parameters)
            throws JRException {
        return new MdxQueryExecuter(dataset, parameters);
    }

    @Override
    public JRQueryExecuter createQueryExecuter(
            QueryExecutionContext context, JRDataset dataset, Map<String, ? extends JRValueParameter> parameters)
            throws JRException {
        return new MdxQueryExecuter(dataset, parameters);
    }

    @Override
    public boolean supportsQueryParameterType(String className) {
        return true;
    }
}
