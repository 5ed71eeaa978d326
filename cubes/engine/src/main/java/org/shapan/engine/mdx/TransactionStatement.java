package org.shapan.engine.mdx;

import static java.util.Objects.requireNonNull;

import org.shapan.engine.api.Region;

/** {@code BEGIN|COMMIT|ROLLBACK TRAN[SACTION]}. */
public record TransactionStatement(Action action, Region region) implements Statement {

    public TransactionStatement {
        requireNonNull(action, "action is null");
        requireNonNull(region, "region is null");
    }

    /** What happens to the transaction. */
    public enum Action {
        BEGIN,
        COMMIT,
        ROLLBACK
    }
}
