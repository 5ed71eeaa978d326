package org.shapan.engine.calc.resolve;

import java.util.BitSet;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.DimensionExp;
import org.shapan.engine.calc.expression.EmptyExp;
import org.shapan.engine.calc.expression.Exp;
import org.shapan.engine.calc.expression.HierarchyExp;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.LevelExp;
import org.shapan.engine.calc.expression.LiteralExp;
import org.shapan.engine.calc.expression.MemberExp;
import org.shapan.engine.calc.expression.NamedSetExp;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.calc.expression.Parameter;
import org.shapan.engine.calc.expression.SymbolExp;
import org.shapan.engine.star.Cube;
import org.shapan.engine.star.Hierarchy;

/** Finds the hierarchies whose current member an expression looks at. Errs on the side of too many. */
final class Dependencies {
    private final int hierarchies;
    private boolean unknown;

    private Dependencies(int hierarchies) {
        this.hierarchies = hierarchies;
    }

    /** Ordinals in ascending order; null when the expression looks at more than the context and cannot be kept. */
    static int[] of(Exp exp, Kind as, Cube cube) {
        Dependencies dependencies = new Dependencies(cube.hierarchies().size());
        BitSet ordinals = dependencies.visit(exp, as);
        return dependencies.unknown ? null : ordinals.stream().toArray();
    }

    /** @param wanted kind that the place of the expression asks for, null for its own */
    private BitSet visit(Exp exp, Kind wanted) {
        BitSet own =
                switch (exp) {
                    case CallExp call -> call(call);
                    case NamedSetExp set -> {
                        unknown |= set.definition() == null;
                        yield new BitSet();
                    }
                    case MemberExp _,
                            LevelExp _,
                            HierarchyExp _,
                            DimensionExp _,
                            LiteralExp _,
                            SymbolExp _,
                            EmptyExp _ -> new BitSet();
                };
        if (wanted == null || wanted == Kind.ANY) {
            return own;
        }
        Kind kind = exp.type().kind();
        boolean current = (kind == Kind.HIERARCHY || kind == Kind.DIMENSION)
                && wanted != Kind.HIERARCHY
                && wanted != Kind.DIMENSION;
        Hierarchy hierarchy = exp.type().hierarchy();
        if (current) {
            if (hierarchy == null) {
                own.set(0, hierarchies);
            } else {
                own.set(hierarchy.ordinal());
            }
        }
        if (!kind.isScalar() && wanted.isScalar()) {
            own.or(allBut(exp));
        }
        return own;
    }

    private BitSet call(CallExp call) {
        Scope scope = call.overload().scope();
        BitSet all = new BitSet(hierarchies);
        if (scope == Scope.VOLATILE) {
            unknown = true;
            return all;
        }
        boolean iterates = scope == Scope.ITERATES || scope == Scope.ITERATES_CELL;
        for (int i = 0; i < call.args().size(); i++) {
            Parameter parameter = call.overload().signature().parameter(i);
            BitSet argument = visit(call.arg(i), parameter == null ? null : parameter.kind());
            if (iterates && i > 0) {
                call.argType(0).tupleHierarchies().forEach(h -> argument.clear(h.ordinal()));
            }
            all.or(argument);
        }
        if (scope == Scope.ITERATES_CELL && call.args().size() > 0) {
            all.or(allBut(call.arg(0)));
        }
        if (scope == Scope.CURRENT_MEMBER) {
            Hierarchy hierarchy = call.args().isEmpty() ? null : call.argType(0).hierarchy();
            if (hierarchy == null) {
                all.set(0, hierarchies);
            } else {
                all.set(hierarchy.ordinal());
            }
        }
        return all;
    }

    /** The cell at an expression depends on all hierarchies but its own. */
    private BitSet allBut(Exp exp) {
        BitSet all = new BitSet(hierarchies);
        all.set(0, hierarchies);
        exp.type().tupleHierarchies().forEach(h -> all.clear(h.ordinal()));
        return all;
    }
}
