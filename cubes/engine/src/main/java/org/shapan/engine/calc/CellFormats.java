package org.shapan.engine.calc;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.Scalars;
import org.shapan.engine.calc.resolve.CubeFormulas;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Member;

/**
 * Chooses the format string of a cell: that of the calculated member of highest solve order that has one, its own or the one of the
 * first measure in its formula; else that of the measure.
 */
final class CellFormats {
    /** Cell properties that a result knows by itself. */
    private static final Set<String> BUILT_IN = Set.of("VALUE", "FORMATTED_VALUE", "CELL_ORDINAL", "FORMAT_STRING");

    private final CubeFormulas formulas;
    private final CellValue text = new CellValue();

    CellFormats(CubeFormulas formulas) {
        this.formulas = formulas;
    }

    /** Null when no member at the cell has a format. */
    String format(Evaluator evaluator) {
        String best = null;
        int bestOrder = Integer.MIN_VALUE;
        int hierarchies = evaluator.cube().hierarchies().size();
        for (int ordinal = 0; ordinal < hierarchies; ordinal++) {
            if (evaluator.current(ordinal) instanceof CalculatedMember member && member.solveOrder() > bestOrder) {
                String format = own(evaluator, member);
                if (format != null) {
                    best = format;
                    bestOrder = member.solveOrder();
                }
            }
        }
        Member measure = evaluator.current(0);
        return best == null ? formulas.formatString(measure) : best;
    }

    /** A property such as BACK_COLOR of the calculated member of highest solve order that has it; null when none has. */
    Object property(Evaluator evaluator, String name) {
        ScalarCalc best = null;
        int bestOrder = Integer.MIN_VALUE;
        for (int ordinal = 0; ordinal < evaluator.cube().hierarchies().size(); ordinal++) {
            if (evaluator.current(ordinal) instanceof CalculatedMember member && member.solveOrder() > bestOrder) {
                ScalarCalc property = formulas.property(member, name);
                if (property != null) {
                    best = property;
                    bestOrder = member.solveOrder();
                }
            }
        }
        if (best == null) {
            return null;
        }
        best.value(evaluator, text);
        return text.boxed();
    }

    /** The properties of CELL PROPERTIES that have to be computed, in upper case. */
    static List<String> computed(List<String> asked) {
        return asked.stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .filter(name -> !BUILT_IN.contains(name))
                .toList();
    }

    private String own(Evaluator evaluator, CalculatedMember member) {
        if (member.solveOrder() <= Integer.MIN_VALUE + 1) {
            return null; // stands for a compound slicer or a visual total
        }
        ScalarCalc format = formulas.property(member, "FORMAT_STRING");
        if (format == null) {
            return member.isMeasure() || formulas.isInteger(member) ? formulas.formatString(member) : null;
        }
        format.value(evaluator, text);
        return Scalars.toText(text);
    }
}
