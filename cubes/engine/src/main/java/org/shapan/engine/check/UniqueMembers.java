package org.shapan.engine.check;

import java.util.Optional;

/**
 * Levels that say {@code uniqueMembers="true"} while a key stands under several parents: warnings. The engine then tells members by
 * their parent as well, so numbers stay right; other servers would add the members up.
 */
final class UniqueMembers implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        subject.eachLevel((hierarchy, level) -> {
            if (level.definition().unique() && level.parent() == null && subject.isReadable(level)) {
                Repeated.among(hierarchy.members(Subject.level(hierarchy, level)), m -> Optional.ofNullable(m.key()))
                        .ifPresent(repeated -> findings.warning(
                                level.definition().place(),
                                "level '" + level.definition().name() + "' says uniqueMembers=\"true\", but "
                                        + repeated.count() + " keys stand under several parents, such as "
                                        + repeated.first().uniqueName() + " and "
                                        + repeated.second().uniqueName(),
                                "Write uniqueMembers=\"false\", or take a column that tells members apart everywhere"));
            }
        });
    }
}
