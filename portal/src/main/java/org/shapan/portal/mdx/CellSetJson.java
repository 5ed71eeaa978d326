package org.shapan.portal.mdx;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.olap4j.CellSet;
import org.olap4j.CellSetAxis;
import org.olap4j.OlapException;
import org.olap4j.metadata.Member;
import org.olap4j.metadata.Property;
import org.shapan.engine.api.CellBlock;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A cell set as JSON: {@code axes}, {@code slicer}, {@code cells} (formatted), {@code values} (raw), and {@code props} where
 * DIMENSION PROPERTIES were asked for. Cells by ordinal, columns varying fastest.
 */
final class CellSetJson {
    private final CellSet cells;
    private final CellBlock block;

    CellSetJson(CellSet cells) throws OlapException {
        this.cells = cells;
        try {
            this.block = cells.unwrap(CellBlock.class);
        } catch (java.sql.SQLException e) {
            throw new OlapException("not a cell set of this engine", e);
        }
    }

    void writeTo(ObjectNode into) {
        ArrayNode axes = into.putArray("axes");
        for (int axis = 0; axis < block.axisCount(); axis++) {
            positions(axis, axes.addArray());
        }
        ArrayNode slicer = into.putArray("slicer");
        if (block.width(CellBlock.SLICER) == 0) {
            slicer.addArray();
        } else {
            positions(CellBlock.SLICER, slicer);
        }
        ArrayNode formatted = into.putArray("cells");
        ArrayNode values = into.putArray("values");
        for (int ordinal = 0; ordinal < block.cellCount(); ordinal++) {
            formatted.add(block.formatted(ordinal));
            value(ordinal, values);
        }
        if (cells.getAxes().stream()
                .anyMatch(axis -> !axis.getAxisMetaData().getProperties().isEmpty())) {
            ArrayNode props = into.putArray("props");
            for (int axis = 0; axis < block.axisCount(); axis++) {
                properties(axis, props.addArray());
            }
        }
    }

    private void positions(int axis, ArrayNode into) {
        for (int position = 0; position < block.positionCount(axis); position++) {
            ArrayNode members = into.addArray();
            for (int column = 0; column < block.width(axis); column++) {
                members.add(block.memberUniqueName(axis, position, column));
            }
        }
    }

    private void value(int ordinal, ArrayNode into) {
        if (block.isError(ordinal)) {
            ArrayNode errors = into.addObject().putArray("error");
            block.errors(ordinal).forEach(errors::add);
            return;
        }
        add(block.value(ordinal), into);
    }

    static void add(Object value, ArrayNode into) {
        switch (value) {
            case null -> into.addNull();
            case Double number when number.isNaN() || number.isInfinite() -> into.add(number.toString());
            case Double number -> into.add(number);
            case Float number -> into.add(number);
            case Integer number -> into.add(number);
            case Long number -> into.add(number);
            case BigDecimal number -> into.add(number);
            case BigInteger number -> into.add(number);
            case Boolean truth -> into.add(truth);
            default -> into.add(value.toString());
        }
    }

    private void properties(int axis, ArrayNode into) {
        CellSetAxis view = cells.getAxes().get(axis);
        List<Property> properties = view.getAxisMetaData().getProperties();
        if (properties.isEmpty()) {
            return;
        }
        for (int position = 0; position < view.getPositionCount(); position++) {
            ObjectNode values = into.addObject();
            List<Member> members = view.getPositions().get(position).getMembers();
            for (int column = 0; column < members.size(); column++) {
                for (Property property : properties) {
                    ArrayNode one = values.arrayNode();
                    add(block.memberProperty(axis, position, column, property.getName()), one);
                    values.set(members.get(column).getLevel().getUniqueName() + "." + property.getName(), one.get(0));
                }
            }
        }
    }
}
