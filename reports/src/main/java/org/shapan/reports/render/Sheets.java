package org.shapan.reports.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRPropertiesMap;
import net.sf.jasperreports.engine.JasperReport;

/** The datasets of a template that are sheets of its workbook, and their columns: properties {@code shapan.sheet} and {@code shapan.column}. */
final class Sheets {
    private static final String SHEET = "shapan.sheet";
    private static final String COLUMN = "shapan.column";
    private static final String FORMAT = "shapan.format";

    private Sheets() {}

    /** The sheets in their order, which is that of their text keys. */
    static List<JRDataset> of(JasperReport design) {
        List<JRDataset> sheets = new ArrayList<>();
        if (design.getDatasets() != null) {
            sheets.addAll(List.of(design.getDatasets()));
        }
        sheets.add(design.getMainDataset());
        return sheets.stream()
                .filter(sheet -> name(sheet) != null)
                .sorted(Comparator.comparing(Sheets::name))
                .toList();
    }

    /** Text key of a sheet's name, null when the dataset is none. */
    static String name(JRDataset dataset) {
        return property(dataset.getPropertiesMap(), SHEET);
    }

    static List<JRField> columns(JRDataset dataset) {
        return Stream.of(dataset.getFields())
                .filter(field -> field.hasProperties() && head(field) != null)
                .toList();
    }

    /** Text key of a column's head, null when the field is no column. */
    static String head(JRField field) {
        return property(field.getPropertiesMap(), COLUMN);
    }

    /** Number format of a column in Excel's notation, null for none. */
    static String format(JRField field) {
        return property(field.getPropertiesMap(), FORMAT);
    }

    private static String property(JRPropertiesMap properties, String name) {
        return properties == null ? null : properties.getProperty(name);
    }
}
