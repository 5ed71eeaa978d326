package org.shapan.engine.calc.eval;

import java.util.List;
import org.shapan.engine.star.CalculatedMember;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;
import org.shapan.engine.star.StoredMeasure;

/** The calculated members and named sets of a query, and the names a running query can still resolve. Thread-safe. */
public interface Formulas {
    /** The compiled formula, never null. */
    Calculation calculation(CalculatedMember member);

    /** A compiled property such as {@code FORMAT_STRING}; null when the member has none. */
    ScalarCalc property(CalculatedMember member, String upperCaseName);

    /** Calculated members of a hierarchy that the query sees: those of the catalog, then those of its WITH clause. */
    List<CalculatedMember> calculatedMembers(Hierarchy hierarchy);

    /**
     * An expression given as text at run time, as for {@code StrToSet}.
     *
     * @param namesOnly whether the text may hold only names, literals, braces and parentheses
     * @throws org.shapan.engine.api.EngineException MDX_SYNTAX, MDX_UNKNOWN_NAME, MDX_TYPE
     */
    Calc compile(String text, Class<? extends Calc> as, boolean namesOnly);

    /**
     * Stored measures without which a measure is empty: where none of them has a value, it has none. Null when the formula of a
     * calculated measure does not allow to tell.
     */
    List<StoredMeasure> baseMeasures(Member measure);

    /**
     * Measures that the axes and the slicer of the query speak of and that are empty where there are no rows; none of those that count
     * or rank. Empty when there is none.
     */
    List<Member> queryMeasures();

    /** The format string of a cell at a measure, following the formula of a calculated one to its first stored measure; or null. */
    String formatString(Member measure);
}
