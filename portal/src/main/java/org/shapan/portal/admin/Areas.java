package org.shapan.portal.admin;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Member;
import org.shapan.portal.cubes.Cubes;
import org.shapan.warehouse.data.DataDirectory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.stereotype.Component;

/** The areas that an account may be restricted to: cities, branches and micro areas. */
@Component
@ConditionalOnBean(DataDirectory.class)
class Areas {
    private static final String HIERARCHY = "[Area].[Managed]";
    /** Levels below the company that are managed areas; what is deeper are the customers' groups and channels. */
    private static final int DEEPEST = 3;

    /**
     * An area.
     *
     * @param path caption with those of its ancestors
     */
    record Area(String uniqueName, String path) {}

    private final Cubes cubes;

    Areas(Cubes cubes) {
        this.cubes = cubes;
    }

    /** All of them from the top down; none where the catalog does not have them or there are no data yet. */
    List<Area> all(Locale locale, String login) {
        try (OlapConnection connection = cubes.connect(List.of(), locale, login)) {
            List<Area> areas = new ArrayList<>();
            Optional<Hierarchy> managed = managed(connection);
            if (managed.isPresent()) {
                for (Level level : managed.get().getLevels()) {
                    if (level.getDepth() > 0 && level.getDepth() <= DEEPEST) {
                        for (Member member : level.getMembers()) {
                            areas.add(new Area(member.getUniqueName(), path(member)));
                        }
                    }
                }
            }
            return areas;
        } catch (OlapException e) {
            return List.of();
        } catch (SQLException e) {
            throw new IllegalStateException("the connection does not close", e);
        }
    }

    private static Optional<Hierarchy> managed(OlapConnection connection) throws OlapException {
        for (Cube cube : connection.getOlapSchema().getCubes()) {
            for (Hierarchy hierarchy : cube.getHierarchies()) {
                if (hierarchy.getUniqueName().equals(HIERARCHY)) {
                    return Optional.of(hierarchy);
                }
            }
        }
        return Optional.empty();
    }

    private static String path(Member member) {
        Member parent = member.getParentMember();
        return parent == null || parent.isAll() ? member.getCaption() : path(parent) + " › " + member.getCaption();
    }
}
