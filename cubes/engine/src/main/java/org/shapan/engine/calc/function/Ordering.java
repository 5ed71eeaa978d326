package org.shapan.engine.calc.function;

import static org.shapan.engine.calc.expression.Kind.SET;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.shapan.engine.calc.eval.Calc;
import org.shapan.engine.calc.eval.Evaluator;
import org.shapan.engine.calc.eval.ScalarCalc;
import org.shapan.engine.calc.eval.SetCalc;
import org.shapan.engine.calc.expression.CallExp;
import org.shapan.engine.calc.expression.ExpCompiler;
import org.shapan.engine.calc.expression.Kind;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload.Scope;
import org.shapan.engine.calc.expression.Parameter;
import org.shapan.engine.calc.expression.Signature;
import org.shapan.engine.cell.CellValue;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.mdx.Syntax;
import org.shapan.engine.star.Member;

/** Sets in order: by values, by the hierarchy. Equal keys keep their earlier order. */
final class Ordering implements Family {
    private static final Set<String> DIRECTIONS = Set.of("ASC", "DESC", "BASC", "BDESC");

    @Override
    public void define(FunctionTable.Builder table) {
        Parameter set = new Parameter(Kind.SET, false, false);
        Parameter key = new Parameter(Kind.VALUE, false, false);
        Parameter more = new Parameter(Kind.ANY, true, true);
        table.define(MdxFunction.named(
                        "Order",
                        "A set in the order of one value or more, each with its direction. ASC and DESC order siblings below their"
                                + " parents, BASC and BDESC break the hierarchy.")
                .overload(
                        new Signature(
                                "Order",
                                Syntax.FUNCTION,
                                List.of(set, key, more),
                                "Order(<Set>, <Value>[, <Symbol>][, <Value>[, <Symbol>]]...)"),
                        SET,
                        Scope.ITERATES,
                        null,
                        Ordering::order));
        table.define(MdxFunction.named(
                        "Hierarchize",
                        "A set in the order of its hierarchies, parents before their children; behind them with POST.")
                .overload("Hierarchize(<Set>[, <Symbol>])", SET, (call, c) -> {
                    boolean post = call.symbol(1, "PRE", Set.of("PRE", "POST")).equals("POST");
                    SetCalc tuples = c.set(call.arg(0));
                    return (SetCalc) e -> hierarchize(e, tuples.set(e), post);
                }));
        table.define(MdxFunction.named("Unorder", "A set whose order does not matter; it is kept all the same.")
                .overload("Unorder(<Set>)", SET, (call, c) -> c.set(call.arg(0))));
    }

    /**
     * One sort key.
     *
     * @param dependencies ordinals of the hierarchies that the value looks at, null when not known
     */
    private record Key(ScalarCalc value, int[] dependencies, boolean descending, boolean breaksHierarchy) {

        /** Columns of a set whose hierarchy the key keeps: those that its value looks at. */
        int[] columns(TupleList tuples) {
            return IntStream.range(0, tuples.width())
                    .filter(column -> dependencies == null
                            || Arrays.binarySearch(
                                            dependencies,
                                            tuples.hierarchies().get(column).ordinal())
                                    >= 0)
                    .toArray();
        }
    }

    private static Calc order(CallExp call, ExpCompiler c) {
        SetCalc set = c.set(call.arg(0));
        List<Key> keys = new ArrayList<>();
        for (int i = 1; i < call.args().size(); i++) {
            ScalarCalc value = c.scalar(call.arg(i));
            int[] dependencies = c.dependencies(call.arg(i), Kind.VALUE);
            String direction = "ASC";
            if (i + 1 < call.args().size() && call.argType(i + 1).kind() == Kind.SYMBOL) {
                direction = call.symbol(++i, "ASC", DIRECTIONS);
            }
            keys.add(new Key(value, dependencies, direction.endsWith("DESC"), direction.startsWith("B")));
        }
        return (SetCalc) e -> {
            TupleList tuples = set.set(e);
            Object[][] values = values(e, tuples, keys);
            Integer[] rows = rows(tuples.size());
            Arrays.sort(rows, new HierarchicalOrder(e, tuples, values, keys));
            return select(tuples, rows);
        };
    }

    private static Object[][] values(Evaluator e, TupleList tuples, List<Key> keys) {
        Object[][] values = new Object[keys.size()][tuples.size()];
        CellValue scratch = e.borrow();
        for (int row = 0; row < tuples.size(); row++) {
            e.check();
            int mark = e.mark();
            e.set(tuples, row);
            for (int k = 0; k < values.length; k++) {
                keys.get(k).value.value(e, scratch);
                values[k][row] = scratch.boxed();
            }
            e.reset(mark);
        }
        e.giveBack();
        return values;
    }

    /**
     * Compares rows by the keys; a key that keeps the hierarchy compares, of two members, the ancestors that are siblings, by the key at
     * those ancestors. Members of hierarchies that it does not look at are equal to it.
     */
    private static final class HierarchicalOrder implements Comparator<Integer> {
        private final Evaluator e;
        private final TupleList tuples;
        private final Object[][] values;
        private final List<Key> keys;
        private final int[][] columns;
        private final AncestorKeys ancestors;

        HierarchicalOrder(Evaluator e, TupleList tuples, Object[][] values, List<Key> keys) {
            this.e = e;
            this.tuples = tuples;
            this.values = values;
            this.keys = keys;
            this.columns = keys.stream().map(key -> key.columns(tuples)).toArray(int[][]::new);
            this.ancestors = new AncestorKeys(e);
        }

        @Override
        public int compare(Integer a, Integer b) {
            for (int k = 0; k < keys.size(); k++) {
                Key key = keys.get(k);
                int order = key.breaksHierarchy
                        ? byValue(values[k][a], values[k][b], key.descending)
                        : byHierarchy(a, b, k, key);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        private int byHierarchy(int a, int b, int k, Key key) {
            for (int column : columns[k]) {
                Member x = tuples.member(a, column);
                Member y = tuples.member(b, column);
                if (x == y) {
                    continue;
                }
                int order = bySiblings(x, y, a, b, column, k, key);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        /** Climbs to the ancestors below a common parent and compares the key there. */
        private int bySiblings(Member x, Member y, int a, int b, int column, int k, Key key) {
            List<Member> above = path(x);
            List<Member> other = path(y);
            int i = 0;
            while (i < above.size() && i < other.size() && above.get(i) == other.get(i)) {
                i++;
            }
            if (i == above.size() || i == other.size()) {
                return Integer.compare(above.size(), other.size()); // one lies above the other: parents first
            }
            Member left = above.get(i);
            Member right = other.get(i);
            Object first = left == x && tuples.width() == 1
                    ? values[k][a]
                    : ancestors.value(tuples, a, column, left, k, key.value);
            Object second = right == y && tuples.width() == 1
                    ? values[k][b]
                    : ancestors.value(tuples, b, column, right, k, key.value);
            int order = byValue(first, second, key.descending);
            return order == 0 ? MemberWalk.compare(left, right, false) : order;
        }

        private static List<Member> path(Member member) {
            List<Member> path = new ArrayList<>();
            for (Member m = member; m != null; m = m.parent()) {
                path.addFirst(m);
            }
            return path;
        }
    }

    /** Values of keys at ancestors of the members in a set, each computed once. */
    private static final class AncestorKeys {
        private final Evaluator e;
        private final Map<List<Object>, Object> known = new HashMap<>();

        AncestorKeys(Evaluator e) {
            this.e = e;
        }

        /** The key at a row of which one column, and none behind it, is replaced by an ancestor. */
        Object value(TupleList tuples, int row, int column, Member ancestor, int k, ScalarCalc key) {
            List<Object> place = new ArrayList<>();
            place.add(k);
            for (int c = 0; c < column; c++) {
                place.add(tuples.member(row, c));
            }
            place.add(ancestor);
            if (known.containsKey(place)) {
                return known.get(place);
            }
            int mark = e.mark();
            for (int c = 0; c < column; c++) {
                e.set(tuples.member(row, c));
            }
            e.set(ancestor);
            CellValue scratch = e.borrow();
            key.value(e, scratch);
            Object value = scratch.boxed();
            e.giveBack();
            e.reset(mark);
            known.put(place, value);
            return value;
        }
    }

    /** Empty before all values when ascending, behind them when descending. */
    static int byValue(Object a, Object b, boolean descending) {
        int order = Values.compare(a, b);
        return descending ? -order : order;
    }

    /** A visual total stands where the member stands whose place it takes. */
    private static TupleList hierarchize(Evaluator e, TupleList tuples, boolean post) {
        Integer[] rows = rows(tuples.size());
        Arrays.sort(rows, (a, b) -> {
            for (int column = 0; column < tuples.width(); column++) {
                Member left = e.original(tuples.member(a, column));
                Member right = e.original(tuples.member(b, column));
                int order = MemberWalk.compare(left, right, post);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        });
        return select(tuples, rows);
    }

    private static Integer[] rows(int size) {
        Integer[] rows = new Integer[size];
        for (int row = 0; row < size; row++) {
            rows[row] = row;
        }
        return rows;
    }

    private static TupleList select(TupleList tuples, Integer[] rows) {
        int[] order = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            order[i] = rows[i];
        }
        return tuples.select(order, order.length);
    }
}
