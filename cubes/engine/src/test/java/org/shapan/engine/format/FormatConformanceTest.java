package org.shapan.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shapan.engine.conformance.ConformanceCase;
import org.shapan.engine.mdx.Formula;
import org.shapan.engine.mdx.MdxParser;
import org.shapan.engine.mdx.MemberFormula;
import org.shapan.engine.mdx.SelectStatement;
import org.shapan.engine.mdx.StringLiteral;

/** Raw value and formatted cell of every conformance query whose cells each have a constant format of their own. */
class FormatConformanceTest {
    private static final DateTimeFormatter RAW_DATE =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.US);

    @Test
    void cellsLookAsExpected() {
        List<String> wrong = new ArrayList<>();
        int cells = 0;

        for (ConformanceCase each : ConformanceCase.all()) {
            List<String> formats = formatsByCell(each);
            for (int i = 0; i < formats.size(); i++) {
                String expected = each.expect().path("cells").path(i).asText();
                Object value = value(each.expect().path("values").path(i));
                String actual = FormatString.compile(formats.get(i), Locale.US).format(value);
                if (!actual.equals(expected)) {
                    wrong.add(
                            each + ": " + value + " as " + formats.get(i) + " is " + actual + ", expected " + expected);
                }
                cells++;
            }
        }

        System.out.println("formatted " + cells + " conformance cells");
        assertThat(wrong).isEmpty();
        assertThat(cells).isGreaterThan(300);
    }

    /** The formats of the cells in order; empty when the query is not of the simple kind: only calculated measures, all with formats. */
    private static List<String> formatsByCell(ConformanceCase each) {
        if (!each.succeeds()
                || !(MdxParser.parseStatement(each.mdx()) instanceof SelectStatement select)
                || each.expect().path("axes").size() != 1) {
            return List.of();
        }
        List<String> formats = new ArrayList<>();
        for (JsonNode position : each.expect().path("axes").path(0)) {
            Optional<String> format = select.with().stream()
                    .filter(formula -> position.size() == 1
                            && formula.name()
                                    .toString()
                                    .equalsIgnoreCase(position.path(0).asText()))
                    .findFirst()
                    .flatMap(FormatConformanceTest::format);
            if (format.isEmpty()) {
                return List.of();
            }
            formats.add(format.get());
        }
        return formats;
    }

    private static Optional<String> format(Formula formula) {
        if (!(formula instanceof MemberFormula member)) {
            return Optional.empty();
        }
        return member.properties().stream()
                .filter(property -> property.name().toUpperCase(Locale.ROOT).startsWith("FORMAT"))
                .filter(property -> property.value() instanceof StringLiteral)
                .map(property -> ((StringLiteral) property.value()).value())
                .findFirst();
    }

    private static Object value(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        String text = node.asText();
        return switch (text) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            case "NaN" -> Double.NaN;
            default -> text.contains(" UTC ") ? LocalDateTime.parse(text, RAW_DATE) : text;
        };
    }
}
