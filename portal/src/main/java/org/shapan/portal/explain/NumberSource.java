package org.shapan.portal.explain;

import java.util.List;
import org.shapan.engine.api.MemberName;

/** Where a number comes from: cells of a cube, or the rows behind them. */
public sealed interface NumberSource permits Formula, DrilledRows {
    /** The members at which the number lies. */
    List<MemberName> place();

    /** The statement that gives the number, or the rows from which it is reckoned. */
    String mdx(String cube);

    /** How the number is made of its parts, whose names stand in it as measures. */
    String expression();
}
