package org.shapan.engine.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.shapan.engine.random.Grammar.Text;
import org.shapan.engine.random.Words.Tree;

/**
 * Random queries over the cubes that a connection sees. They are written by type, so that most are valid; sets and results stay within
 * bounds that a test can afford. The same metadata and seed give the same queries.
 */
public final class MdxGenerator {
    private static final int DEPTH = 4;
    private static final long CELLS = 1_500;

    /** So many times more positions may stand on one axis that drops the empty ones: only large products are found from rows. */
    private static final long SPARSE = 8;

    private final List<Words> cubes = new ArrayList<>();
    private final Random seeds;

    /** Reads the metadata once; the connection is not needed afterwards. */
    public MdxGenerator(OlapConnection connection, long seed) throws OlapException {
        for (Cube cube : connection.getOlapSchema().getCubes()) {
            cubes.add(Words.of(cube));
        }
        this.seeds = new Random(seed);
    }

    public String next() {
        return new Query(new Grammar(cubes.get(seeds.nextInt(cubes.size())), seeds.nextLong())).write();
    }

    /** One query. */
    private static final class Query {
        private final Grammar grammar;
        private final Choice choice;
        private final List<Tree> free;
        private final List<String> formulas = new ArrayList<>();
        private boolean measuresUsed;

        Query(Grammar grammar) {
            this.grammar = grammar;
            this.choice = grammar.choice;
            this.free = new ArrayList<>(grammar.words.trees());
        }

        String write() {
            define();
            StringBuilder mdx = new StringBuilder();
            long left = CELLS;
            int axes = choice.percent(4) ? 0 : choice.percent(25) ? 1 : choice.percent(85) ? 2 : 3;
            boolean sparse = false;
            for (int axis = 0; axis < axes; axis++) {
                boolean nonEmpty = choice.percent(45);
                long most = axis == axes - 1 ? left : Math.max(2, (long) Math.sqrt(left));
                Text set = axis(axis, nonEmpty && !sparse ? SPARSE * most : most);
                sparse |= nonEmpty;
                left = Math.max(1, left / Math.clamp(set.size(), 1, most));
                mdx.append(axis == 0 ? "" : ",").append("\n  ");
                mdx.append(nonEmpty ? "NON EMPTY " : "").append(set.mdx());
                mdx.append(choice.percent(5) ? " DIMENSION PROPERTIES MEMBER_CAPTION" : "");
                mdx.append(" ON ").append(axis);
            }
            String slicer = slicer();
            return (formulas.isEmpty() ? "" : "WITH\n  " + String.join("\n  ", formulas) + "\n") + "SELECT" + mdx
                    + "\nFROM " + grammar.words.cube() + slicer;
        }

        private void define() {
            for (int i = choice.below(3); i > 0; i--) {
                Tree tree = grammar.tree();
                String name = "[set " + formulas.size() + "]";
                Text set = grammar.sets.set(tree, DEPTH - 1, grammar.most());
                formulas.add("SET " + name + " AS " + set.mdx());
                grammar.named.computeIfAbsent(tree, any -> new ArrayList<>()).add(new Text(name, set.size()));
            }
            grammar.perCell(true);
            for (int i = choice.below(3); i > 0; i--) {
                String name = "[Measures].[calc " + formulas.size() + "]";
                formulas.add("MEMBER " + name + " AS " + grammar.values.numeric(DEPTH - 1) + properties());
                grammar.measures.add(name);
            }
            if (choice.percent(35)) {
                Tree tree = grammar.tree();
                String name = tree.name() + ".[calc " + formulas.size() + "]";
                String body =
                        switch (choice.below(4)) {
                            case 0 -> grammar.members.named(tree) + " - " + grammar.members.named(tree);
                            case 1 -> grammar.values.numeric(2);
                            default ->
                                "Aggregate(" + grammar.sets.set(tree, 2, 12).mdx() + ")";
                        };
                formulas.add("MEMBER " + name + " AS " + body + properties());
                grammar.calculated
                        .computeIfAbsent(tree, any -> new ArrayList<>())
                        .add(name);
            }
            grammar.perCell(false);
        }

        private String properties() {
            return (choice.percent(40) ? ", SOLVE_ORDER = " + choice.between(-1, 3) : "")
                    + (choice.percent(20) ? ", FORMAT_STRING = \"" + choice.of("#,##0.00", "0%", "0") + "\"" : "");
        }

        private Text axis(int axis, long most) {
            boolean measures = !measuresUsed && choice.percent(axis == 0 ? 65 : 30);
            List<Tree> trees = grammar.trees(choice.between(measures ? 0 : 1, choice.percent(70) ? 2 : 3), free);
            if (trees.isEmpty()) {
                measuresUsed = true;
                return measures();
            }
            free.removeAll(trees);
            if (!measures) {
                return grammar.sets.tuples(trees, DEPTH - 1, most);
            }
            measuresUsed = true;
            Text columns = measures();
            Text set = grammar.sets.tuples(trees, DEPTH - 1, Math.max(1, most / columns.size()));
            String product = choice.percent(50) ? set.mdx() + ", " + columns.mdx() : columns.mdx() + ", " + set.mdx();
            return new Text("CrossJoin(" + product + ")", set.size() * columns.size());
        }

        private Text measures() {
            int count = choice.between(1, 4);
            List<String> chosen = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                chosen.add(grammar.measure());
            }
            return new Text("{" + String.join(", ", chosen) + "}", count);
        }

        private String slicer() {
            List<Tree> trees = grammar.trees(choice.percent(45) ? 0 : choice.between(1, 2), free);
            boolean measure = !measuresUsed && choice.percent(50);
            if (trees.isEmpty()) {
                return measure ? "\nWHERE " + grammar.measure() : "";
            }
            if (choice.percent(40)) {
                return "\nWHERE " + grammar.sets.tuples(trees, 2, 20).mdx();
            }
            List<String> members = new ArrayList<>();
            trees.forEach(tree -> members.add(grammar.members.member(tree, 1)));
            if (measure) {
                members.add(grammar.measure());
            }
            return "\nWHERE (" + String.join(", ", members) + ")";
        }
    }
}
