package org.shapan.engine.olap4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Measure;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.CacheControl;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.star.FactGroup;
import org.shapan.engine.star.StoredMeasure;

/** Flushes cells for an unrestricted connection. */
final class CellsInMemory implements CacheControl {
    private final ConnectionTarget connection;

    /**
     * @throws OlapException ACCESS_DENIED
     */
    CellsInMemory(ConnectionTarget connection) throws OlapException {
        this.connection = connection;
        checkAccess();
    }

    /** The connection may have taken a role since. */
    private void checkAccess() throws OlapException {
        if (!connection.isUnrestricted()) {
            throw OlapErrors.of(
                    OlapErrorCode.ACCESS_DENIED, "Only a connection without roles may flush cells that all share");
        }
    }

    @Override
    public void flush() throws OlapException {
        checkAccess();
        for (CubeMeta cube : connection.schemaMeta().allCubes()) {
            flush(cube, cube.element.factGroups(), List.of());
        }
    }

    @Override
    public void flush(Cube cube) throws OlapException {
        flush(cube, List.of());
    }

    @Override
    public void flush(Measure measure) throws OlapException {
        checkAccess();
        if (!(measure instanceof MeasureMeta meta && meta.element instanceof StoredMeasure stored)) {
            throw OlapErrors.of(
                    OlapErrorCode.MDX_TYPE,
                    measure.getUniqueName() + " is calculated: flush the measures that it is made of");
        }
        flush(meta.cube, List.of(stored.factGroup()), List.of());
    }

    @Override
    public void flush(Cube cube, List<Member> region) throws OlapException {
        checkAccess();
        if (!(connection.schemaMeta().getCubes().get(cube.getName()) instanceof CubeMeta own)) {
            throw OlapErrors.of(OlapErrorCode.MDX_UNKNOWN_NAME, "There is no cube " + cube.getName());
        }
        List<org.shapan.engine.star.Member> members = new ArrayList<>();
        for (Member member : region) {
            if (!(own.lookupMember(member) instanceof MemberMeta meta)
                    || meta.isCalculated()
                    || meta.element.isMeasure()) {
                throw OlapErrors.of(
                        OlapErrorCode.MDX_TYPE,
                        member.getUniqueName() + " is no stored member of cube " + cube.getName()
                                + "; a region is made of such");
            }
            members.add(meta.element);
        }
        flush(own, own.element.factGroups(), members);
    }

    private void flush(CubeMeta cube, Collection<FactGroup> groups, List<org.shapan.engine.star.Member> region) {
        connection.server().flush(cube.element, groups, region);
    }
}
