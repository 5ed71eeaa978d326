package org.shapan.engine.calc.function;

import org.shapan.engine.calc.expression.MdxFunction;
import org.shapan.engine.calc.expression.Overload;

/** The page that documents the functions, written from the table. */
public final class FunctionReference {
    private static final String HEAD = """
            # MDX functions

            What the engine computes with, by name: how a function is written, what kind of thing it gives, and what that is. The page is
            written from the table of functions; a test keeps it current.

            A member or tuple stands for the value of its cell where a value is asked for, and for the set of itself where a set is; a
            hierarchy stands for its current member, a dimension for its first hierarchy. Arguments in square brackets may be left away.
            Names are not case-sensitive.

            """;

    private FunctionReference() {}

    /** As Markdown, operators first. */
    public static String markdown(FunctionTable table) {
        StringBuilder out = new StringBuilder(HEAD);
        out.append("## Operators\n");
        table.functions().stream().filter(f -> !isWord(f)).forEach(f -> append(out, f));
        out.append("\n## Functions\n");
        table.functions().stream().filter(FunctionReference::isWord).forEach(f -> append(out, f));
        return out.toString();
    }

    private static boolean isWord(MdxFunction function) {
        return Character.isLetter(function.name().charAt(0));
    }

    private static void append(StringBuilder out, MdxFunction function) {
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
    }
}
