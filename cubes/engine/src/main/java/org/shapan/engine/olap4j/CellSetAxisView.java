package org.shapan.engine.olap4j;

import java.util.AbstractList;
import java.util.List;
import java.util.ListIterator;
import org.olap4j.Axis;
import org.olap4j.CellSet;
import org.olap4j.CellSetAxis;
import org.olap4j.CellSetAxisMetaData;
import org.olap4j.Position;
import org.olap4j.metadata.Member;

/** An axis of a cell set; positions and members are made as they are read. */
final class CellSetAxisView implements CellSetAxis {
    private final CellSetView cellSet;
    private final int axis;
    private final AxisMeta meta;

    CellSetAxisView(CellSetView cellSet, int axis, AxisMeta meta) {
        this.cellSet = cellSet;
        this.axis = axis;
        this.meta = meta;
    }

    @Override
    public Axis getAxisOrdinal() {
        return meta.axis();
    }

    @Override
    public CellSet getCellSet() {
        return cellSet.facade();
    }

    @Override
    public CellSetAxisMetaData getAxisMetaData() {
        return meta;
    }

    @Override
    public List<Position> getPositions() {
        return new AbstractList<>() {
            @Override
            public Position get(int position) {
                if (position < 0 || position >= size()) {
                    throw new IndexOutOfBoundsException("position " + position + " of " + size());
                }
                return new PositionView(position);
            }

            @Override
            public int size() {
                return getPositionCount();
            }
        };
    }

    @Override
    public int getPositionCount() {
        return cellSet.outcome().block().positionCount(axis);
    }

    @Override
    public ListIterator<Position> iterator() {
        return getPositions().listIterator();
    }

    private final class PositionView implements Position {
        private final int position;

        PositionView(int position) {
            this.position = position;
        }

        @Override
        public List<Member> getMembers() {
            return new AbstractList<>() {
                @Override
                public Member get(int column) {
                    return cellSet.cube().meta(cellSet.outcome().member(axis, position, column));
                }

                @Override
                public int size() {
                    return cellSet.outcome().block().width(axis);
                }
            };
        }

        @Override
        public int getOrdinal() {
            return position;
        }
    }
}
