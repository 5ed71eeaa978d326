package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.shapan.engine.api.Region;

/**
 * A function, an operator or a property with its arguments.
 *
 * @param name as it was written; operators in upper case ({@code NOT IN}), braces are {@code {}}, parentheses {@code ()}
 * @param args the arguments, the one before the dot first
 */
public record FunctionCall(String name, Syntax syntax, List<Expression> args, Region region) implements Expression {

    public FunctionCall {
        requireNonNull(name, "name is null");
        requireNonNull(syntax, "syntax is null");
        args = List.copyOf(args);
        requireNonNull(region, "region is null");
    }

    /** The text as MDX, for messages. */
    @Override
    public String toString() {
        return Unparser.unparse(this);
    }
}
