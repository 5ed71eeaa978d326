package org.shapan.engine.check;

import java.util.Locale;
import org.shapan.engine.star.Member;

/** Members with one name and different keys under one parent: warnings. A query that writes the name means the first of them. */
final class SameNames implements Rule {
    private record Named(Member parent, String name) {
        static Named of(Member member) {
            return new Named(member.parent(), member.name().toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.eachLevel((hierarchy, level) -> {
            if (level.name() != null && subject.isReadable(level)) {
                Repeated.among(hierarchy.members(Subject.level(hierarchy, level)), Named::of)
                        .ifPresent(repeated -> findings.warning(
                                level.definition().place(),
                                "level '" + level.definition().name() + "' has " + repeated.count()
                                        + " members with the name of another under the same parent: the keys "
                                        + repeated.first().key() + " and "
                                        + repeated.second().key() + " are both "
                                        + repeated.second().uniqueName(),
                                "Take a nameColumn that tells them apart, or write them by key as &[key] in queries"));
            }
        });
    }
}
