package org.shapan.reports.query;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.olap4j.Cell;
import org.olap4j.CellSet;
import org.olap4j.CellSetAxis;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.Position;
import org.olap4j.metadata.Member;
import org.olap4j.metadata.Property;
import org.shapan.reports.insight.Assessment;
import org.shapan.reports.insight.CellAddress;
import org.shapan.reports.insight.ReportInsight;
import org.shapan.reports.query.FieldPath.CellAttribute;

/**
 * A cell set read as rows: columns on axis 0, rows on axis 1 (one row when the query has no rows axis). Values are
 * {@link java.math.BigDecimal}, {@link String}, {@link Integer}, {@link Boolean} or {@link org.shapan.reports.insight.ReportState}; an
 * empty cell is null.
 */
final class CellSetRows {
    private final OlapConnection connection;
    private final CellSet cells;
    private final ReportInsight insight;
    private final List<Position> columns;
    private final List<Position> rows;
    private final Map<String, Integer> columnByName = new HashMap<>();
    private final Map<String, Integer> deepestByHierarchy = new HashMap<>();
    private final Map<Integer, List<Assessment>> assessments = new HashMap<>();

    CellSetRows(OlapConnection connection, CellSet cells, ReportInsight insight) {
        this.connection = requireNonNull(connection, "connection is null");
        this.cells = requireNonNull(cells, "cells is null");
        this.insight = requireNonNull(insight, "insight is null");
        List<CellSetAxis> axes = cells.getAxes();
        if (axes.isEmpty() || axes.size() > 2) {
            throw new IllegalArgumentException(
                    "a report query has columns and rows, this one has " + axes.size() + " axes");
        }
        this.columns = axes.get(0).getPositions();
        this.rows = axes.size() == 2 ? axes.get(1).getPositions() : List.of();
    }

    int size() {
        return rows.isEmpty() && cells.getAxes().size() == 1 ? 1 : rows.size();
    }

    /** The value of a field in a row; null for an empty cell, a missing parent or a missing column of an empty axis. */
    Object value(FieldPath path, int row) throws OlapException {
        return switch (path) {
            case FieldPath.OfMember(var axis, var which, var up, var attribute)
            when attribute == FieldPath.MemberAttribute.TOTAL && axis == FieldPath.Axis.ROWS ->
                isTotal(which, member(axis, which, up, row));
            case FieldPath.OfMember(var axis, var which, var up, var attribute) ->
                MemberValues.attribute(member(axis, which, up, row), attribute);
            case FieldPath.OfProperty(var axis, var which, var up, var property) ->
                MemberValues.property(member(axis, which, up, row), property);
            case FieldPath.OfCell(var column, var attribute) -> cellValue(column, attribute, row);
        };
    }

    private Boolean isTotal(String which, Member member) {
        int deepest = deepestByHierarchy.computeIfAbsent(
                which,
                w -> rows.stream()
                        .mapToInt(position -> pick(position.getMembers(), w).getDepth())
                        .max()
                        .orElse(0));
        return member != null && member.getDepth() < deepest;
    }

    private Object cellValue(String name, CellAttribute attribute, int row) throws OlapException {
        int column = column(name);
        if (column < 0) {
            return null;
        }
        if (attribute.needsInsight()) {
            return InsightValues.of(this, column, row, attribute);
        }
        Cell cell = cell(column, row);
        return switch (attribute) {
            case FORMATTED -> cell.isNull() ? null : cell.getFormattedValue();
            case FORMAT -> cell.getPropertyValue(Property.StandardCellProperty.FORMAT_STRING);
            default -> CellValues.number(cell);
        };
    }

    Cell cell(int column, int row) {
        return cells.getCell(cells.getAxes().size() == 1 ? List.of(column) : List.of(column, row));
    }

    /** Index of the row whose last member is the parent of this row's last member, or -1. */
    int parentRow(int row) {
        Member own = last(rows.get(row));
        Member parent = own.getParentMember();
        for (int i = 0; parent != null && i < rows.size(); i++) {
            if (last(rows.get(i)).getUniqueName().equals(parent.getUniqueName())) {
                return i;
            }
        }
        return -1;
    }

    /** What the insight port says of every row of a column; asked once. */
    Assessment assessment(int column, int row) {
        return assessments
                .computeIfAbsent(column, c -> {
                    List<CellAddress> addresses = new ArrayList<>();
                    for (int r = 0; r < size(); r++) {
                        addresses.add(address(c, r));
                    }
                    List<Assessment> answers = insight.assess(connection, addresses);
                    if (answers.size() != addresses.size()) {
                        throw new IllegalStateException(
                                "the insight port answered " + answers.size() + " of " + addresses.size() + " cells");
                    }
                    return List.copyOf(answers);
                })
                .get(row);
    }

    private CellAddress address(int column, int row) {
        List<Member> members = new ArrayList<>(columns.get(column).getMembers());
        if (!rows.isEmpty()) {
            members.addAll(rows.get(row).getMembers());
        }
        for (Position position : cells.getFilterAxis().getPositions()) {
            members.addAll(position.getMembers());
        }
        try {
            return new CellAddress(cells.getMetaData().getCube(), members);
        } catch (OlapException e) {
            throw new IllegalStateException("cube of the cell set", e);
        }
    }

    private Member member(FieldPath.Axis axis, String which, int up, int row) {
        List<Member> members =
                switch (axis) {
                    case ROWS ->
                        rows.isEmpty() ? List.<Member>of() : rows.get(row).getMembers();
                    case COLUMNS -> {
                        int column = column(which);
                        yield column < 0 ? List.<Member>of() : List.of(last(columns.get(column)));
                    }
                    case SLICER ->
                        cells.getFilterAxis().getPositions().stream()
                                .flatMap(p -> p.getMembers().stream())
                                .toList();
                };
        Member member =
                axis == FieldPath.Axis.COLUMNS ? (members.isEmpty() ? null : members.getFirst()) : pick(members, which);
        for (int i = 0; i < up && member != null; i++) {
            member = member.getParentMember();
        }
        return member;
    }

    private static Member pick(List<Member> members, String which) {
        if (Character.isDigit(which.charAt(0))) {
            int index = Integer.parseInt(which);
            return index < members.size() ? members.get(index) : null;
        }
        return members.stream()
                .filter(m -> m.getHierarchy().getUniqueName().equalsIgnoreCase(which))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("hierarchy " + which + " is not on this axis"));
    }

    /** Column by number, or by the unique names that its tuple must contain; -1 when a number is beyond the axis. */
    private int column(String name) {
        return columnByName.computeIfAbsent(name, n -> {
            if (Character.isDigit(n.charAt(0))) {
                int index = Integer.parseInt(n);
                return index < columns.size() ? index : -1;
            }
            List<String> wanted = List.of(n.split(",\\s*(?=\\[)"));
            for (int i = 0; i < columns.size(); i++) {
                List<String> names = columns.get(i).getMembers().stream()
                        .map(Member::getUniqueName)
                        .toList();
                if (wanted.stream().allMatch(w -> names.stream().anyMatch(w::equalsIgnoreCase))) {
                    return i;
                }
            }
            throw new IllegalArgumentException("no column " + n + " in the query; its columns are "
                    + columns.stream().map(p -> last(p).getUniqueName()).toList());
        });
    }

    private static Member last(Position position) {
        return position.getMembers().getLast();
    }
}
