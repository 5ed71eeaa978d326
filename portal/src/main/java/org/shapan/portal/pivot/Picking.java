package org.shapan.portal.pivot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * What of a hierarchy is chosen while a picker is open: what is included, which may be whole levels, children, descendants
 * and periods that follow the data, and members that are excluded. Knows no screen.
 */
final class Picking {
    /** How a member stands to what is chosen. */
    enum Tick {
        OFF,
        /** Something below it is chosen. */
        SOME,
        ON,
        /** It is chosen together with something above it, or by a level or children that were picked. */
        WITHIN
    }

    private final SequencedSet<String> included;
    private final SequencedSet<String> excluded;
    private boolean excluding;

    Picking(Selection now) {
        included = new LinkedHashSet<>(now.picked());
        excluded = new LinkedHashSet<>(now.without());
    }

    /** Forgets what is chosen and takes a selection in its place. */
    void take(Selection selection) {
        included.clear();
        included.addAll(selection.picked());
        excluded.clear();
        excluded.addAll(selection.without());
    }

    /** Whether members are chosen to be left out. */
    boolean excluding() {
        return excluding;
    }

    void excluding(boolean exclude) {
        excluding = exclude;
    }

    /** What is on the side that is being chosen, as {@link Pick} writes it. */
    List<String> chosen() {
        return List.copyOf(side());
    }

    int included() {
        return included.size();
    }

    int excluded() {
        return excluded.size();
    }

    private SequencedSet<String> side() {
        return excluding ? excluded : included;
    }

    boolean has(Pick pick) {
        return side().contains(pick.write());
    }

    /** Chooses a member or takes it back. A member and what is below it are never chosen together. */
    void toggle(MemberTree.Choice choice) {
        if (!side().remove(choice.uniqueName())) {
            add(choice);
        }
    }

    /** Chooses a member that is not chosen already. */
    void add(MemberTree.Choice choice) {
        Tick tick = tick(choice);
        if (tick == Tick.OFF || tick == Tick.SOME) {
            side().removeIf(other -> other.startsWith(choice.uniqueName() + "."));
            side().add(choice.uniqueName());
        }
    }

    /** Chooses anything else, or takes it back. Only members are excluded: another pick is then ignored. */
    void toggle(Pick pick) {
        if (!side().remove(pick.write()) && (!excluding || pick.kind() == Pick.Kind.MEMBER)) {
            side().add(pick.write());
        }
    }

    void remove(String pick) {
        side().remove(pick);
    }

    /** Moves what is included one place up (−1) or down (+1): members stand in this order. At the end nothing changes. */
    void shift(String pick, int by) {
        List<String> order = new ArrayList<>(included);
        int from = order.indexOf(pick);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < order.size()) {
            order.add(to, order.remove(from));
            included.clear();
            included.addAll(order);
        }
    }

    void clear() {
        side().clear();
    }

    Tick tick(MemberTree.Choice choice) {
        String name = choice.uniqueName();
        if (side().contains(name)) {
            return Tick.ON;
        }
        boolean some = false;
        for (String written : side()) {
            Pick pick = Pick.parse(written);
            if (covers(pick, choice)) {
                return Tick.WITHIN;
            }
            String of = pick.member();
            some |= of != null && (of.startsWith(name + ".") || (of.equals(name) && pick.kind() != Pick.Kind.MEMBER));
        }
        return some ? Tick.SOME : Tick.OFF;
    }

    private static boolean covers(Pick pick, MemberTree.Choice choice) {
        boolean below = pick.member() != null && choice.uniqueName().startsWith(pick.member() + ".");
        return switch (pick.kind()) {
            case MEMBER -> below;
            case CHILDREN -> pick.member().equals(choice.parent());
            case DESCENDANTS -> below && pick.level().equals(choice.level());
            case LEVEL -> pick.level().equals(choice.level());
            case SET, LATEST, PREVIOUS, LAST_YEAR, TO_DATE -> false;
        };
    }

    /** Of the members right below one, how many are chosen by their names. */
    long below(MemberTree.Choice choice) {
        String start = choice.uniqueName() + ".";
        return side().stream()
                .filter(pick -> pick.startsWith(start)
                        && PivotLink.SEGMENT
                                .matcher(pick.substring(start.length()))
                                .replaceFirst("")
                                .isEmpty())
                .count();
    }

    Selection selection() {
        return new Selection(new ArrayList<>(included), new ArrayList<>(excluded));
    }
}
