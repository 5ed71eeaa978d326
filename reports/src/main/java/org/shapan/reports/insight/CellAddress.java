package org.shapan.reports.insight;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Dimension;
import org.olap4j.metadata.Member;

/**
 * A cell that a report shows: its cube and the members of rows, columns and slicer, the measure among them. Hierarchies
 * that are not named stand on their default member.
 */
public record CellAddress(Cube cube, List<Member> members) {
    public CellAddress {
        requireNonNull(cube, "cube is null");
        members = List.copyOf(members);
    }

    /** The measure of the cell, empty when the query left it to the cube's default. */
    public Optional<Member> measure() {
        return members.stream().filter(CellAddress::isMeasure).findFirst();
    }

    private static boolean isMeasure(Member member) {
        try {
            return member.getDimension().getDimensionType() == Dimension.Type.MEASURE;
        } catch (OlapException e) {
            throw new IllegalStateException("dimension type of " + member.getUniqueName(), (SQLException) e);
        }
    }
}
