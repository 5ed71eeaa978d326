package org.shapan.engine.calc.expression;

import java.util.LinkedHashSet;
import java.util.Set;
import org.shapan.engine.star.Level;

/** Finds the levels of which a set expression reads all members, where it can hold nothing but stored members. */
public final class WholeLevels {
    /** Functions whose result is a part of the product or union of all their arguments, and those where it is of the first. */
    private static final Set<String> OF_ALL = Set.of("{}", "()", "CrossJoin", "*", "NonEmptyCrossJoin", "Union");

    private static final Set<String> OF_FIRST =
            Set.of("Order", "TopCount", "BottomCount", "Filter", "Head", "Hierarchize", "Distinct", "NonEmpty");

    private final Set<Level> levels = new LinkedHashSet<>();

    private WholeLevels() {}

    /** Empty when the set reads no level as a whole, or calculated members may be in it. */
    public static Set<Level> of(Exp set) {
        WholeLevels found = new WholeLevels();
        return found.holdsStored(set) ? found.levels : Set.of();
    }

    private boolean holdsStored(Exp exp) {
        if (exp instanceof MemberExp(var member, var _)) {
            return !member.isCalculated();
        }
        if (!(exp instanceof CallExp call)) {
            return false;
        }
        String name = call.overload().name();
        if (name.equals("Members") && call.arg(0) instanceof LevelExp(Level level, var _)) {
            levels.add(level);
            return true;
        }
        return OF_ALL.contains(name)
                ? call.args().stream().allMatch(this::holdsStored)
                : OF_FIRST.contains(name) && holdsStored(call.arg(0));
    }
}
