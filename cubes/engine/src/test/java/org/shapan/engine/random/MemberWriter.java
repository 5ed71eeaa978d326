package org.shapan.engine.random;

import java.util.List;
import org.shapan.engine.random.Words.Floor;
import org.shapan.engine.random.Words.Tree;

/** Expressions that give a member. */
final class MemberWriter {
    private final Grammar grammar;

    MemberWriter(Grammar grammar) {
        this.grammar = grammar;
    }

    String member(Tree tree, int depth) {
        Choice choice = grammar.choice;
        if (depth <= 0 || choice.percent(60)) {
            return simple(tree);
        }
        String of = member(tree, depth - 1);
        return switch (choice.below(tree.isTime() ? 13 : 10)) {
            case 0 -> of + ".Parent";
            case 1 -> of + "." + choice.of("PrevMember", "NextMember");
            case 2 -> of + "." + choice.of("Lag", "Lead") + "(" + choice.between(-2, 3) + ")";
            case 3 -> of + "." + choice.of("FirstChild", "LastChild");
            case 4 -> of + "." + choice.of("FirstSibling", "LastSibling");
            case 5 -> "Ancestor(" + of + ", " + floor(tree) + ")";
            case 6 -> "Ancestor(" + of + ", " + choice.between(0, 2) + ")";
            case 7 -> "Cousin(" + of + ", " + member(tree, depth - 1) + ")";
            case 8 -> grammar.sets.set(tree, depth - 1, 20).mdx() + ".Item(" + choice.below(3) + ")";
            case 9 -> of + ".DataMember";
            case 10 -> "ParallelPeriod(" + floor(tree) + ", " + choice.between(-1, 2) + ", " + of + ")";
            case 11 -> "OpeningPeriod(" + floor(tree) + ", " + of + ")";
            default -> "ClosingPeriod(" + floor(tree) + ", " + of + ")";
        };
    }

    /** A member by its name, or the current one. */
    private String simple(Tree tree) {
        int way = grammar.choice.below(20);
        List<String> calculated = grammar.calculated.getOrDefault(tree, List.of());
        if (way < 4) {
            return tree.name() + ".CurrentMember";
        } else if (way == 4) {
            return tree.name() + ".DefaultMember";
        } else if (way < 8 && !calculated.isEmpty()) {
            return grammar.choice.of(calculated);
        }
        return named(tree);
    }

    String named(Tree tree) {
        return grammar.choice.of(tree.floor(grammar.choice).sample());
    }

    String floor(Tree tree) {
        return grammar.choice.of(tree.floors()).name();
    }

    /** Two members of one level with a colon between. */
    Grammar.Text range(Tree tree) {
        Floor floor = grammar.choice.of(tree.floors());
        return new Grammar.Text(
                "{" + grammar.choice.of(floor.sample()) + " : " + grammar.choice.of(floor.sample()) + "}",
                floor.size());
    }
}
