package org.shapan.engine.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shapan.engine.api.CellBlock;
import org.shapan.engine.calc.QueryResult;

/** Compares a result with what a case expects: names and texts exactly, numbers with a relative tolerance of 1e-6. */
final class Comparison {
    private static final double TOLERANCE = 1e-6;

    private Comparison() {}

    /** Null when they agree. */
    static String difference(QueryResult result, JsonNode expect) {
        JsonNode axes = expect.path("axes");
        if (axes.size() != result.axisCount()) {
            return "axes: " + result.axisCount() + " instead of " + axes.size();
        }
        for (int axis = 0; axis < axes.size(); axis++) {
            String difference = positions(result, axis, axes.get(axis));
            if (difference != null) {
                return "axis " + axis + ": " + difference;
            }
        }
        String slicer = positions(result, CellBlock.SLICER, expect.path("slicer"));
        if (slicer != null) {
            return "slicer: " + slicer;
        }
        String cells = cells(result, expect);
        return cells == null ? properties(result, expect) : cells;
    }

    private static String positions(QueryResult result, int axis, JsonNode expected) {
        List<List<String>> actual = new ArrayList<>();
        for (int position = 0; position < result.positionCount(axis); position++) {
            List<String> names = new ArrayList<>();
            for (int column = 0; column < result.width(axis); column++) {
                names.add(result.memberUniqueName(axis, position, column));
            }
            actual.add(names);
        }
        for (int position = 0; position < Math.min(actual.size(), expected.size()); position++) {
            List<String> names = new ArrayList<>();
            expected.get(position).forEach(name -> names.add(name.asText()));
            if (!names.equals(actual.get(position))) {
                return "position " + position + " is " + actual.get(position) + " instead of " + names;
            }
        }
        return actual.size() == expected.size()
                ? null
                : actual.size() + " positions instead of " + expected.size()
                        + (actual.size() > expected.size()
                                ? ", too many from " + actual.get(expected.size())
                                : ", missing from " + expected.get(actual.size()));
    }

    private static String cells(QueryResult result, JsonNode expect) {
        JsonNode values = expect.path("values");
        JsonNode texts = expect.path("cells");
        if (result.cellCount() != values.size()) {
            return result.cellCount() + " cells instead of " + values.size();
        }
        for (int ordinal = 0; ordinal < values.size(); ordinal++) {
            JsonNode expected = values.get(ordinal);
            if (!sameValue(expected, result, ordinal)) {
                return "cell " + ordinal + " is "
                        + (result.isError(ordinal) ? result.errors(ordinal) : result.value(ordinal)) + " instead of "
                        + expected;
            }
            boolean textCounts = !expected.isObject();
            if (textCounts && !sameText(texts.get(ordinal).asText(), result.formatted(ordinal), expected)) {
                return "cell " + ordinal + " reads \"" + result.formatted(ordinal) + "\" instead of "
                        + texts.get(ordinal) + ", value " + result.value(ordinal) + ", format "
                        + result.property(ordinal, "FORMAT_STRING");
            }
        }
        return null;
    }

    private static boolean sameValue(JsonNode expected, QueryResult result, int ordinal) {
        Object value = result.value(ordinal);
        if (expected.isObject()) {
            return result.isError(ordinal);
        }
        if (expected.isNull()) {
            return result.isEmpty(ordinal);
        }
        if (result.isError(ordinal) || value == null) {
            return false;
        }
        if (expected.isNumber()) {
            return value instanceof Number number && near(expected.asDouble(), number.doubleValue());
        }
        if (expected.isBoolean()) {
            return value instanceof Boolean truth && truth == expected.asBoolean();
        }
        String text = expected.asText();
        if (value instanceof Double number && !Double.isFinite(number)) {
            String shown = Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
            return shown.equals(text.replace("+", ""));
        }
        return value.toString().equals(text) || !(value instanceof String || value instanceof Number);
    }

    private static boolean near(double expected, double actual) {
        return Math.abs(expected - actual) <= TOLERANCE * Math.max(1e-9, Math.abs(expected));
    }

    /** The last shown digit of a sum of decimals may differ by one. */
    private static boolean sameText(String expected, String actual, JsonNode value) {
        if (expected.equals(actual)) {
            return true;
        }
        if (!value.isNumber() || !expected.contains(".")) {
            return false;
        }
        String pattern = "[^0-9.-]";
        try {
            BigDecimal a = new BigDecimal(expected.replaceAll(pattern, ""));
            BigDecimal b = new BigDecimal(actual.replaceAll(pattern, ""));
            return a.subtract(b).abs().compareTo(BigDecimal.ONE.movePointLeft(Math.max(a.scale(), b.scale()))) <= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String properties(QueryResult result, JsonNode expect) {
        JsonNode props = expect.path("props");
        for (int axis = 0; axis < props.size(); axis++) {
            for (int position = 0; position < props.get(axis).size(); position++) {
                String difference =
                        properties(result, axis, position, props.get(axis).get(position));
                if (difference != null) {
                    return "axis " + axis + ", position " + position + ": " + difference;
                }
            }
        }
        return null;
    }

    /** Properties are named {@code level.property}; the member of that level's hierarchy has them. */
    private static String properties(QueryResult result, int axis, int position, JsonNode expected) {
        for (Map.Entry<String, JsonNode> property : expected.properties()) {
            String name = property.getKey();
            boolean same = false;
            Object found = null;
            for (int column = 0; column < result.width(axis); column++) {
                Object value = result.memberProperty(axis, position, column, name);
                found = value == null ? found : value;
                same |= sameProperty(property.getValue(), value);
            }
            if (!same) {
                return name + " is " + found + " instead of " + property.getValue();
            }
        }
        return null;
    }

    private static boolean sameProperty(JsonNode expected, Object value) {
        if (expected.isNull() || value == null) {
            return expected.isNull() && value == null;
        }
        if (expected.isNumber() && value instanceof Number number) {
            return near(expected.asDouble(), number.doubleValue());
        }
        return expected.asText().equals(value.toString());
    }
}
