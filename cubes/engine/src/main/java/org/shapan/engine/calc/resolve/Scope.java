package org.shapan.engine.calc.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.shapan.engine.calc.expression.NamedSetExp;
import org.shapan.engine.star.CalculatedMember;

/**
 * The formulas that a place in the text sees besides the cube's own members: calculated members and named sets, those of the query
 * before those of the catalog. Filled while the statement is read from front to back.
 */
public final class Scope {
    private final Scope outer;
    private final List<CalculatedMember> members = new ArrayList<>();
    private final Map<String, Supplier<NamedSetExp>> sets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * @param outer what is seen besides, null for nothing
     */
    public Scope(Scope outer) {
        this.outer = outer;
    }

    public void add(CalculatedMember member) {
        members.add(member);
    }

    /** Adds a named set; it is resolved when it is first named. */
    public void add(String name, Supplier<NamedSetExp> set) {
        sets.put(name, set);
    }

    /** All calculated members, those of the catalog first, each in order of definition. */
    public List<CalculatedMember> calculatedMembers() {
        List<CalculatedMember> all = outer == null ? new ArrayList<>() : new ArrayList<>(outer.calculatedMembers());
        all.addAll(members);
        return all;
    }

    /** The set of a name, ignoring case; null when there is none. */
    NamedSetExp namedSet(String name) {
        Supplier<NamedSetExp> set = sets.get(name);
        if (set != null) {
            return set.get();
        }
        return outer == null ? null : outer.namedSet(name);
    }

    List<String> setNames() {
        List<String> names = outer == null ? new ArrayList<>() : new ArrayList<>(outer.setNames());
        names.addAll(sets.keySet());
        return names;
    }

    /** Calculated members, inner ones first. */
    List<CalculatedMember> innermostFirst() {
        List<CalculatedMember> all = new ArrayList<>(members.reversed());
        if (outer != null) {
            all.addAll(outer.innermostFirst());
        }
        return all;
    }
}
