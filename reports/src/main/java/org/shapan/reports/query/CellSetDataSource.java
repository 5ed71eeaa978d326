package org.shapan.reports.query;

import java.math.BigDecimal;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;
import org.olap4j.OlapException;

/** The rows of a cell set as JasperReports reads them, one position after the other. */
final class CellSetDataSource implements JRDataSource {
    private final CellSetRows rows;
    private final Map<String, FieldPath> paths;
    private int row = -1;

    CellSetDataSource(CellSetRows rows, Map<String, FieldPath> paths) {
        this.rows = rows;
        this.paths = Map.copyOf(paths);
    }

    @Override
    public boolean next() {
        row++;
        return row < rows.size();
    }

    @Override
    public Object getFieldValue(JRField field) throws JRException {
        try {
            Object value = rows.value(paths.get(field.getName()), row);
            return value == null ? null : fit(value, field.getValueClass());
        } catch (OlapException | IllegalArgumentException e) {
            throw new JRException("field " + field.getName() + ": " + e.getMessage(), e);
        }
    }

    private static Object fit(Object value, Class<?> type) {
        if (type.isInstance(value)) {
            return value;
        }
        if (value instanceof BigDecimal number) {
            if (type == Integer.class) {
                return number.intValueExact();
            }
            if (type == Long.class) {
                return number.longValueExact();
            }
            if (type == Double.class) {
                return number.doubleValue();
            }
        }
        if (type == String.class) {
            return value.toString();
        }
        throw new IllegalArgumentException("a value of type " + value.getClass().getSimpleName()
                + " does not fit the field's class " + type.getName());
    }
}
