package org.shapan.engine.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shapan.engine.random.Grammar.Text;
import org.shapan.engine.random.Words.Floor;
import org.shapan.engine.random.Words.Tree;

/** Expressions that give a set, with the tuples they have at most. */
final class SetWriter {
    private final Grammar grammar;

    SetWriter(Grammar grammar) {
        this.grammar = grammar;
    }

    /** A set of one hierarchy with at most so many members. */
    Text set(Tree tree, int depth, long most) {
        Text text = depth <= 0 || grammar.choice.percent(45) ? simple(tree) : composed(tree, depth);
        return bounded(text, most);
    }

    /** A set of tuples over some hierarchies. */
    Text tuples(List<Tree> trees, int depth, long most) {
        if (trees.size() == 1) {
            return set(trees.get(0), depth, most);
        }
        if (grammar.choice.percent(15)) {
            return listed(trees, depth);
        }
        List<Text> factors = new ArrayList<>();
        long left = Math.max(1, most);
        for (int i = 0; i < trees.size(); i++) {
            long share = Math.max(1, (long) Math.pow(left, 1.0 / (trees.size() - i)) * grammar.choice.between(1, 3));
            Text factor = set(trees.get(i), depth - 1, Math.min(share, left));
            factors.add(factor);
            left = Math.max(1, left / Math.max(1, factor.size()));
        }
        long size = factors.stream().mapToLong(Text::size).reduce(1, (a, b) -> a * b);
        String sets = factors.stream().map(Text::mdx).collect(Collectors.joining(", "));
        Text product = new Text(
                switch (grammar.choice.below(6)) {
                    case 0 -> factors.stream().map(Text::mdx).collect(Collectors.joining(" * "));
                    case 1, 2 -> "NonEmptyCrossJoin(" + sets + ")";
                    default -> "CrossJoin(" + sets + ")";
                },
                size);
        return depth > 1 && grammar.choice.percent(35) ? refined(product, depth - 1) : product;
    }

    private Text bounded(Text text, long most) {
        return text.size() <= most ? text : new Text("Head(" + text.mdx() + ", " + most + ")", most);
    }

    private Text listed(List<Tree> trees, int depth) {
        int count = grammar.choice.between(1, 4);
        List<String> tuples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tuples.add(trees.stream()
                    .map(tree -> grammar.members.member(tree, Math.min(depth, 1)))
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        return new Text("{" + String.join(", ", tuples) + "}", count);
    }

    private Text simple(Tree tree) {
        Choice choice = grammar.choice;
        List<Text> named = grammar.named.getOrDefault(tree, List.of());
        switch (choice.below(9)) {
            case 0, 7 -> {
                return new Text(tree.name() + ".Members", tree.size());
            }
            case 1, 8 -> {
                Floor floor = choice.of(tree.floors());
                return new Text(floor.name() + ".Members", floor.size());
            }
            case 2 -> {
                int floor = choice.below(tree.floors().size());
                int most = floor + 1 < tree.floors().size()
                        ? tree.floors().get(floor + 1).most()
                        : tree.floors().get(floor).most();
                return new Text(choice.of(tree.floors().get(floor).sample()) + ".Children", most);
            }
            case 3 -> {
                return grammar.members.range(tree);
            }
            case 4 -> {
                if (!named.isEmpty()) {
                    return choice.of(named);
                }
            }
            default -> {
                // a list, below
            }
        }
        int count = choice.between(1, 4);
        List<String> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(grammar.members.member(tree, 0));
        }
        return new Text("{" + String.join(", ", members) + "}", count);
    }

    private Text composed(Tree tree, int depth) {
        Choice choice = grammar.choice;
        long most = grammar.most();
        String member = grammar.members.member(tree, depth - 1);
        int way = choice.below(tree.isTime() ? 28 : 25) - 6;
        if (way < 8) {
            return refined(set(tree, depth - 1, most), depth - 1);
        }
        return switch (way) {
            case 8 -> pair("Union", tree, depth, choice.of("", ", ALL"));
            case 9 -> pair("Except", tree, depth, "");
            case 10 -> pair("Intersect", tree, depth, "");
            case 11 -> generate(tree, depth);
            case 12 -> descendants(tree, member);
            case 13 -> new Text(choice.of("Ascendants(" + member + ")", "Ancestors(" + member + ", 1)"), 8);
            case 14 -> new Text(member + "." + choice.of("Siblings", "Children"), tree.size());
            case 15 -> drilled(tree, depth);
            case 16 ->
                new Text(
                        "IIf(" + grammar.values.logical(depth - 1) + ", "
                                + set(tree, depth - 1, most).mdx() + ", "
                                + set(tree, depth - 1, most).mdx() + ")",
                        most);
            case 17 -> extracted(tree, depth);
            case 18 -> exists(tree, depth);
            case 19 -> new Text("LastPeriods(" + choice.between(1, 4) + ", " + member + ")", 4);
            case 20 -> new Text("PeriodsToDate(" + grammar.members.floor(tree) + ", " + member + ")", tree.size());
            default -> new Text(choice.of("Ytd(", "Qtd(") + member + ")", tree.size());
        };
    }

    /** A function that keeps some of a set's tuples or gives them another order. */
    private Text refined(Text of, int depth) {
        Choice choice = grammar.choice;
        String set = of.mdx();
        String number = grammar.values.numeric(depth);
        int count = choice.between(1, 5);
        return switch (choice.below(14)) {
            case 0 -> new Text("Head(" + set + ", " + count + ")", Math.min(count, of.size()));
            case 1 -> new Text("Tail(" + set + ", " + count + ")", Math.min(count, of.size()));
            case 2 ->
                new Text("Subset(" + set + ", " + choice.below(2) + ", " + count + ")", Math.min(count, of.size()));
            case 3, 4, 5 -> new Text("Filter(" + set + ", " + grammar.values.logical(depth) + ")", of.size());
            case 6, 7 ->
                new Text(
                        "Order(" + set + ", " + number + ", " + choice.of("ASC", "DESC", "BASC", "BDESC") + ")",
                        of.size());
            case 8, 9 ->
                new Text(
                        choice.of("TopCount(", "BottomCount(") + set + ", " + count + ", " + number + ")",
                        Math.min(count, of.size()));
            case 10 ->
                new Text(
                        choice.of("TopPercent(", "BottomPercent(") + set + ", " + choice.of(10, 50, 80) + ", " + number
                                + ")",
                        of.size());
            case 11 ->
                new Text(
                        choice.of("TopSum(", "BottomSum(") + set + ", " + choice.of(5, 100, 5000) + ", " + number + ")",
                        of.size());
            case 12 -> new Text("Hierarchize(" + set + choice.of("", ", POST") + ")", of.size());
            default -> new Text("Distinct(" + set + ")", of.size());
        };
    }

    private Text pair(String function, Tree tree, int depth, String end) {
        Text first = set(tree, depth - 1, grammar.most());
        Text second = set(tree, depth - 1, grammar.most());
        return new Text(
                function + "(" + first.mdx() + ", " + second.mdx() + end + ")",
                function.equals("Union") ? first.size() + second.size() : first.size());
    }

    private Text generate(Tree tree, int depth) {
        Text outer = set(tree, depth - 1, 6);
        Text inner = grammar.choice.percent(50)
                ? new Text(tree.name() + ".CurrentMember.Children", tree.size())
                : set(tree, depth - 1, 12);
        return new Text(
                "Generate(" + outer.mdx() + ", " + inner.mdx() + grammar.choice.of("", ", ALL") + ")",
                outer.size() * inner.size());
    }

    private Text descendants(Tree tree, String member) {
        String flag = grammar.choice.of("", ", SELF", ", AFTER", ", BEFORE", ", SELF_AND_BEFORE", ", LEAVES");
        String where = grammar.choice.of(grammar.members.floor(tree), "1", "2");
        String end = flag.equals(", LEAVES") ? ", , LEAVES" : ", " + where + flag;
        return new Text("Descendants(" + member + (grammar.choice.percent(20) ? "" : end) + ")", tree.size());
    }

    private Text drilled(Tree tree, int depth) {
        Text set = set(tree, depth - 1, 20);
        String of = set(tree, depth - 1, 5).mdx();
        return new Text(
                switch (grammar.choice.below(4)) {
                    case 0 -> "DrilldownMember(" + set.mdx() + ", " + of + ")";
                    case 1 -> "DrilldownLevel(" + set.mdx() + ")";
                    case 2 -> "DrillupMember(" + set.mdx() + ", " + of + ")";
                    default -> "ToggleDrillState(" + set.mdx() + ", " + of + ")";
                },
                set.size() + 5L * tree.size());
    }

    private Text extracted(Tree tree, int depth) {
        Tree other = grammar.tree();
        if (other.equals(tree)) {
            return simple(tree);
        }
        Text product = tuples(List.of(tree, other), depth - 1, grammar.most());
        return new Text("Extract(" + product.mdx() + ", " + tree.name() + ")", product.size());
    }

    private Text exists(Tree tree, int depth) {
        Text set = set(tree, depth - 1, grammar.most());
        return new Text("Exists(" + set.mdx() + ", " + set(tree, depth - 1, 10).mdx() + ")", set.size());
    }
}
