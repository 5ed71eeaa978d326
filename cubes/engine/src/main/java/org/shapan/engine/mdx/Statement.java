package org.shapan.engine.mdx;

import org.shapan.engine.api.Region;

/** An MDX statement as it was written. */
public sealed interface Statement
        permits SelectStatement,
                DrillThroughStatement,
                ExplainStatement,
                RefreshCubeStatement,
                CreateFormulaStatement,
                DropFormulaStatement,
                CreateCubeStatement,
                DropCubeStatement,
                UpdateCubeStatement,
                TransactionStatement {

    Region region();
}
