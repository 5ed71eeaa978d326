package org.shapan.engine.check;

import java.util.List;
import org.shapan.engine.access.CatalogAccess;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.catalog.Faults;
import org.shapan.engine.catalog.RoleDefinition;
import org.shapan.engine.catalog.Spelling;

/** Roles that name cubes, dimensions, levels, members or roles that are not there: errors, since nobody can connect with such a role. */
final class Roles implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        List<String> names =
                subject.definition().roles().stream().map(RoleDefinition::name).toList();
        for (RoleDefinition role : subject.definition().roles()) {
            List<String> missing =
                    role.union().stream().filter(part -> !names.contains(part)).toList();
            for (String part : missing) {
                findings.error(
                        role.place(),
                        "role '" + role.name() + "' is made of the role '" + part + "', which does not exist",
                        Spelling.remedy(part, names, "Define it, or take it out of the union"));
            }
            // Parts of a union are checked for themselves.
            if (missing.isEmpty()) {
                check(role, subject, findings);
            }
        }
    }

    private static void check(RoleDefinition role, Subject subject, Findings findings) {
        try {
            CatalogAccess.of(subject.catalog(), List.of(role));
        } catch (EngineException e) {
            if (!Faults.isFault(e) && e.code() != OlapErrorCode.CONNECTION) {
                throw e;
            }
            findings.faults(e);
        }
    }
}
