package org.shapan.engine.calc.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shapan.engine.access.KeptMembers;
import org.shapan.engine.access.MemberRule.State;
import org.shapan.engine.cell.TupleList;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Member;

/** The tuples that a subselect keeps, over some hierarchies; distinct, of stored members. */
final class SubcubeShape {
    private final TupleList tuples;
    private final List<KeptMembers> rules;
    private final Map<Integer, TupleList> projections = new HashMap<>();

    private SubcubeShape(TupleList tuples) {
        this.tuples = tuples;
        List<KeptMembers> perColumn = new ArrayList<>();
        for (int column = 0; column < tuples.width(); column++) {
            perColumn.add(new KeptMembers(tuples.hierarchies().get(column), members(tuples, column)));
        }
        this.rules = List.copyOf(perColumn);
    }

    /** The shape of a set: one per hierarchy where the set is a product. */
    static List<SubcubeShape> of(TupleList set) {
        TupleList tuples = set.width() == 1 ? outermost(set) : Regions.distinct(set);
        long product = 1;
        for (int column = 0; column < tuples.width(); column++) {
            product *= members(tuples, column).size();
        }
        if (tuples.width() == 1 || product != tuples.size()) {
            return List.of(new SubcubeShape(tuples));
        }
        return IntStream.range(0, tuples.width())
                .mapToObj(c -> new SubcubeShape(outermost(project(tuples, new int[] {c}))))
                .toList();
    }

    private static Set<Member> members(TupleList tuples, int column) {
        Set<Member> members = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int row = 0; row < tuples.size(); row++) {
            members.add(tuples.member(row, column));
        }
        return members;
    }

    /** The distinct members of a set that lie in no other one of it. */
    private static TupleList outermost(TupleList set) {
        TupleList distinct = Regions.distinct(set);
        Set<Member> all = members(distinct, 0);
        TupleList.Builder builder = new TupleList.Builder(distinct.hierarchies(), distinct.size());
        for (int row = 0; row < distinct.size(); row++) {
            Member above = distinct.member(row, 0).parent();
            while (above != null && !all.contains(above)) {
                above = above.parent();
            }
            if (above == null) {
                builder.add(distinct, row);
            }
        }
        return builder.build();
    }

    private static TupleList project(TupleList tuples, int[] columns) {
        return Regions.distinct(tuples.project(columns));
    }

    List<KeptMembers> rules() {
        return rules;
    }

    @Override
    public String toString() {
        return tuples.size() + " of "
                + tuples.hierarchies().stream().map(Hierarchy::uniqueName).collect(Collectors.joining(" × "));
    }

    boolean isEmpty() {
        return tuples.isEmpty();
    }

    boolean sharesHierarchy(SubcubeShape other) {
        return !shared(other.tuples.hierarchies()).isEmpty();
    }

    /** The shape without a hierarchy; null when nothing is left. */
    SubcubeShape without(Hierarchy hierarchy) {
        int[] others = IntStream.range(0, tuples.width())
                .filter(c -> tuples.hierarchies().get(c) != hierarchy)
                .toArray();
        return others.length == tuples.width()
                ? this
                : others.length == 0 ? null : new SubcubeShape(project(tuples, others));
    }

    /** What lies in both; over the hierarchies of both. */
    List<SubcubeShape> and(SubcubeShape other, QueryLimits limits) {
        List<Hierarchy> shared = shared(other.tuples.hierarchies());
        List<Hierarchy> hierarchies = new ArrayList<>(tuples.hierarchies());
        other.tuples.hierarchies().stream().filter(h -> !shared.contains(h)).forEach(hierarchies::add);
        int[] theirs = columns(other.tuples, shared);
        Overlaps overlaps = new Overlaps(other.tuples, theirs);
        TupleList.Builder both = new TupleList.Builder(hierarchies, tuples.size());
        Member[] row = new Member[hierarchies.size()];
        for (int i = 0; i < tuples.size(); i++) {
            int mine = i;
            overlaps.any(row(tuples, i, shared), found -> {
                for (int c = 0; c < row.length; c++) {
                    int at = other.tuples.hierarchies().indexOf(hierarchies.get(c));
                    Member member = at < 0 ? null : other.tuples.member(found, at);
                    row[c] = c >= tuples.width()
                            ? member
                            : at < 0 ? tuples.member(mine, c) : Overlaps.deeper(tuples.member(mine, c), member);
                }
                both.add(row);
                limits.checkTuples(both.size());
                return false;
            });
        }
        return of(both.build());
    }

    /** The rows of a set that share cells with the shape, in their order; the same object when all do. */
    TupleList keep(TupleList set) {
        List<Hierarchy> shared = shared(set.hierarchies());
        if (shared.isEmpty()) {
            return set;
        }
        TupleList mine = project(tuples, columns(tuples, shared));
        Overlaps overlaps = new Overlaps(mine, IntStream.range(0, mine.width()).toArray());
        int[] rows = new int[set.size()];
        int size = 0;
        for (int row = 0; row < set.size(); row++) {
            Member[] members = row(set, row, shared);
            boolean everything = Arrays.stream(members).allMatch(m -> m.isAll() || m.isCalculated());
            if (everything || overlaps.any(members, found -> true)) {
                rows[size++] = row;
            }
        }
        return size == set.size() ? set : set.select(rows, size);
    }

    /**
     * What of the shape restricts a cell.
     *
     * @param states per hierarchy of the shape how the cell's member lies in it; a member outside takes its hierarchy out
     * @return null when nothing does
     */
    TupleList within(State[] states) {
        int mask = 0;
        for (int column = 0; column < states.length; column++) {
            mask |= states[column] == State.NONE ? 0 : 1 << column;
        }
        if (mask == 0 || states.length == 1 && states[0] == State.ALL) {
            return null;
        }
        return projections.computeIfAbsent(
                mask,
                m -> Integer.bitCount(m) == tuples.width()
                        ? tuples
                        : project(
                                tuples,
                                IntStream.range(0, tuples.width())
                                        .filter(c -> (m & (1 << c)) != 0)
                                        .toArray()));
    }

    private List<Hierarchy> shared(List<Hierarchy> hierarchies) {
        return tuples.hierarchies().stream().filter(hierarchies::contains).toList();
    }

    private static int[] columns(TupleList tuples, List<Hierarchy> hierarchies) {
        return hierarchies.stream().mapToInt(tuples.hierarchies()::indexOf).toArray();
    }

    private static Member[] row(TupleList tuples, int row, List<Hierarchy> hierarchies) {
        return hierarchies.stream()
                .map(h -> tuples.member(row, tuples.hierarchies().indexOf(h)))
                .toArray(Member[]::new);
    }
}
