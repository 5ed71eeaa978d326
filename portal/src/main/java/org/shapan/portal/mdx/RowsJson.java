package org.shapan.portal.mdx;

import org.shapan.engine.api.RowBlock;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rows of a drill-through or a plan as JSON: {@code columns} (captions), {@code rows}, and {@code more} when there are more rows. */
final class RowsJson {
    private RowsJson() {}

    static void write(RowBlock block, ObjectNode into) {
        ArrayNode columns = into.putArray("columns");
        block.columns().forEach(column -> columns.add(column.caption()));
        ArrayNode rows = into.putArray("rows");
        for (Object[] row : block.rows()) {
            ArrayNode values = rows.addArray();
            for (Object value : row) {
                CellSetJson.add(value, values);
            }
        }
        if (block.more()) {
            into.put("more", true);
        }
    }
}
