package org.shapan.engine.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shapan.engine.random.Words.Tree;

/** One query while it is written: the words, the choices, what it has defined, and how large its sets may be. */
final class Grammar {
    final Choice choice;
    final Words words;
    final MemberWriter members = new MemberWriter(this);
    final SetWriter sets = new SetWriter(this);
    final ValueWriter values = new ValueWriter(this);
    final List<String> measures = new ArrayList<>();
    final Map<Tree, List<String>> calculated = new HashMap<>();
    final Map<Tree, List<Text>> named = new HashMap<>();

    /** Inside of a formula that cells ask for again and again, sets are small. */
    private boolean perCell;

    /**
     * A set as text.
     *
     * @param size tuples it has at most
     */
    record Text(String mdx, long size) {}

    Grammar(Words words, long seed) {
        this.words = words;
        this.choice = new Choice(seed);
        this.measures.addAll(words.measures());
    }

    void perCell(boolean now) {
        perCell = now;
    }

    /** Tuples that a set may have where the writer stands. */
    long most() {
        return perCell ? 30 : 400;
    }

    Tree tree() {
        return choice.of(words.trees());
    }

    String measure() {
        return choice.of(measures);
    }

    /** Some hierarchies, each once. */
    List<Tree> trees(int count, List<Tree> from) {
        List<Tree> left = new ArrayList<>(from);
        List<Tree> chosen = new ArrayList<>();
        while (chosen.size() < count && !left.isEmpty()) {
            chosen.add(left.remove(choice.below(left.size())));
        }
        return chosen;
    }
}
