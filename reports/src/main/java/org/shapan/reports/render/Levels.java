package org.shapan.reports.render;

import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Cube;
import org.olap4j.metadata.Hierarchy;
import org.olap4j.metadata.Level;
import org.shapan.reports.render.ReportException.Code;
import org.shapan.reports.template.TemplateParameter;

/** Finds the level of a prompt in the catalog. */
final class Levels {
    private Levels() {}

    /** @throws ReportException when the role sees no such cube or level */
    static Level find(TemplateParameter parameter, OlapConnection connection) throws OlapException {
        for (Cube cube : connection.getOlapSchema().getCubes()) {
            if (cube.getName().equals(parameter.cube())) {
                for (Hierarchy hierarchy : cube.getHierarchies()) {
                    for (Level level : hierarchy.getLevels()) {
                        if (level.getUniqueName().equals(parameter.level())) {
                            return level;
                        }
                    }
                }
            }
        }
        throw new ReportException(
                Code.NO_DATA,
                parameter.name(),
                "the catalog has no level " + parameter.level() + " in a cube " + parameter.cube() + " for this role");
    }
}
