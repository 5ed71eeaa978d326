package org.shapan.engine.mdx;

import org.shapan.engine.api.Region;

/**
 * An MDX expression as it was written: names are not resolved and types are not known.
 *
 * <p>Two expressions are equal when their texts mean the same and stand at the same place; compare without regard to the place by
 * comparing {@link Unparser#unparse(Expression)}.
 */
public sealed interface Expression
        permits Identifier,
                FunctionCall,
                CaseExpression,
                SetAlias,
                NumericLiteral,
                StringLiteral,
                NullLiteral,
                EmptyArgument {

    /** Where the expression stands in the source text. */
    Region region();
}
