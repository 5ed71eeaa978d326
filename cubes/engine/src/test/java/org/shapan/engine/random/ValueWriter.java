package org.shapan.engine.random;

import java.util.List;
import java.util.stream.Collectors;
import org.shapan.engine.random.Words.Tree;

/** Expressions that give a number, a text or a truth value. */
final class ValueWriter {
    private static final int SET = 30;

    private final Grammar grammar;

    ValueWriter(Grammar grammar) {
        this.grammar = grammar;
    }

    String numeric(int depth) {
        Choice choice = grammar.choice;
        if (depth <= 0 || choice.percent(30)) {
            return simple();
        }
        Tree tree = grammar.tree();
        String first = numeric(depth - 1);
        return switch (choice.below(18)) {
            case 0, 1 -> "(" + first + " " + choice.of("+", "-") + " " + numeric(depth - 1) + ")";
            case 2 -> "(" + first + " * " + numeric(depth - 1) + ")";
            case 3, 4 -> "(" + first + " / " + numeric(depth - 1) + ")";
            case 5 -> "IIf(" + logical(depth - 1) + ", " + first + ", " + choice.of("NULL", numeric(depth - 1)) + ")";
            case 6 -> "CoalesceEmpty(" + first + ", " + numeric(depth - 1) + ")";
            case 7, 8 ->
                choice.of("Sum", "Avg", "Min", "Max", "Median", "Stdev", "Var") + "(" + set(tree, depth) + ", " + first
                        + ")";
            case 9, 10 ->
                "Aggregate(" + set(tree, depth) + choice.of("", ", " + choice.of(grammar.words.measures())) + ")";
            case 11 -> "Count(" + set(tree, depth) + choice.of("", ", EXCLUDEEMPTY", ", INCLUDEEMPTY") + ")";
            case 12 ->
                "Rank(" + tree.name() + ".CurrentMember, " + set(tree, depth) + choice.of("", ", " + first) + ")";
            case 13 -> share(tree);
            case 14 -> change(tree);
            case 15 -> choice.of("Abs(", "-(", "Int(") + first + ")";
            case 16 ->
                "CASE WHEN " + logical(depth - 1) + " THEN " + first + " WHEN " + logical(depth - 1) + " THEN "
                        + numeric(depth - 1) + choice.of(" END", " ELSE " + simple() + " END");
            default ->
                choice.of(
                        tree.name() + ".CurrentMember.Level.Ordinal",
                        "Len(" + text(depth - 1) + ")",
                        "(" + first + ")");
        };
    }

    private String simple() {
        Choice choice = grammar.choice;
        return switch (choice.below(8)) {
            case 0 -> choice.of("0", "1", "2.5", "100", "NULL");
            case 1, 2, 3 -> {
                List<Tree> trees = grammar.trees(choice.between(1, 2), grammar.words.trees());
                yield trees.stream()
                        .map(tree -> grammar.members.member(tree, 1))
                        .collect(Collectors.joining(", ", "(" + grammar.measure() + ", ", ")"));
            }
            default -> grammar.measure();
        };
    }

    /** A ratio of a member to its parent, or to all. */
    private String share(Tree tree) {
        String measure = grammar.measure();
        return "(" + measure + " / (" + measure + ", " + tree.name()
                + grammar.choice.of(".CurrentMember.Parent", ".DefaultMember") + "))";
    }

    /** A difference to an earlier period, where there is one. */
    private String change(Tree tree) {
        String measure = grammar.measure();
        String before = tree.isTime() && grammar.choice.percent(50)
                ? "ParallelPeriod(" + grammar.members.floor(tree) + ", 1, " + tree.name() + ".CurrentMember)"
                : tree.name() + ".CurrentMember.PrevMember";
        return "(" + measure + " - (" + measure + ", " + before + "))";
    }

    private String set(Tree tree, int depth) {
        return grammar.sets.set(tree, depth - 1, SET).mdx();
    }

    String logical(int depth) {
        Choice choice = grammar.choice;
        Tree tree = grammar.tree();
        int way = choice.below(depth <= 0 ? 6 : 12);
        return switch (way) {
            case 0, 1, 2 ->
                numeric(depth - 1) + " " + choice.of("<", "<=", ">", ">", ">=", ">=", "<>", "<>", "=") + " "
                        + choice.of("0", "10", "1000", simple());
            case 3 -> "IsEmpty(" + simple() + ")";
            case 4 -> tree.name() + ".CurrentMember IS " + grammar.members.member(tree, depth - 1);
            case 5 -> tree.name() + ".CurrentMember.Name " + choice.of("<", ">", "=", "<>") + " " + text(0);
            case 6 -> "NOT (" + logical(depth - 1) + ")";
            case 7, 8, 9 ->
                "(" + logical(depth - 1) + " " + choice.of("AND", "OR", "XOR") + " " + logical(depth - 1) + ")";
            case 10 -> tree.name() + ".CurrentMember " + choice.of("IN", "NOT IN") + " " + set(tree, depth);
            default -> "InStr(" + text(depth - 1) + ", \"" + choice.of("a", "1", "r") + "\") > 0";
        };
    }

    String text(int depth) {
        Choice choice = grammar.choice;
        Tree tree = grammar.tree();
        return switch (choice.below(depth <= 0 ? 3 : 4)) {
            case 0 -> "\"" + choice.of("", "m", "2024", "B") + "\"";
            case 1 -> grammar.members.member(tree, depth - 1) + "." + choice.of("Name", "UniqueName", "Caption");
            case 2 -> tree.name() + ".CurrentMember.Name";
            default -> "(" + text(depth - 1) + " || " + text(depth - 1) + ")";
        };
    }
}
