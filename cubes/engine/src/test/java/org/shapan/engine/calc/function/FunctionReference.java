package org.shapan.engine.calc.function;

import java.util.List;
import java.util.Map;
import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload;

/** The page that documents the functions, written from their table and their examples. */
final class FunctionReference {
    private FunctionReference() {}

    /** As Markdown, operators first. */
    static String markdown(FunctionTable table, Map<String, List<Example>> examples) {
        StringBuilder out = new StringBuilder(Calculator.text("reference.md"));
        out.append("\n## Operators\n");
        table.functions().stream().filter(f -> !isWord(f)).forEach(f -> append(out, f, examples));
        out.append("\n## Functions\n");
        table.functions().stream().filter(FunctionReference::isWord).forEach(f -> append(out, f, examples));
        return out.toString();
    }

    private static boolean isWord(MdxFunction function) {
        return Character.isLetter(function.name().charAt(0));
    }

    private static void append(StringBuilder out, MdxFunction function, Map<String, List<Example>> examples) {
        out.append("\n### ")
                .append(function.name().replace("|", "\\|").replace("*", "\\*").replace("<", "\\<"))
                .append("\n\n");
        out.append(function.documentation()).append("\n\n");
        for (Overload overload : function.overloads()) {
            out.append("* `")
                    .append(overload.signature().text())
                    .append("` → ")
                    .append(overload.result().label())
                    .append('\n');
        }
        out.append("\n```mdx\n");
        for (Example example : examples.getOrDefault(function.name(), List.of())) {
            out.append(example.text()).append('\n');
            example.result()
                    .lines()
                    .forEach(line -> out.append(("-- " + line).stripTrailing()).append('\n'));
        }
        out.append("```\n");
    }
}
