package org.shapan.engine.calc;

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
