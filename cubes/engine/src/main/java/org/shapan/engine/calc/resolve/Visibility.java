package org.shapan.engine.calc.resolve;

import java.util.List;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.star.Hierarchy;
import org.shapan.engine.star.Level;
import org.shapan.engine.star.Member;

/** What names can stand for: all of a cube for the formulas of the catalog, what the role sees for a query. */
interface Visibility {
    boolean canSee(Hierarchy hierarchy);

    boolean canSee(Member member);

    List<Level> levels(Hierarchy hierarchy);

    List<Member> roots(Hierarchy hierarchy);

    List<Member> members(Level level);

    Member childByName(Hierarchy hierarchy, Member parent, String name);

    Member childByKey(Hierarchy hierarchy, Member parent, String key);

    static Visibility of(CubeAccess access) {
        return new Visibility() {
            @Override
            public boolean canSee(Hierarchy hierarchy) {
                return access.canSee(hierarchy);
            }

            @Override
            public boolean canSee(Member member) {
                return access.canSee(member);
            }

            @Override
            public List<Level> levels(Hierarchy hierarchy) {
                return access.levels(hierarchy);
            }

            @Override
            public List<Member> roots(Hierarchy hierarchy) {
                return access.roots(hierarchy);
            }

            @Override
            public List<Member> members(Level level) {
                return access.members(level);
            }

            @Override
            public Member childByName(Hierarchy hierarchy, Member parent, String name) {
                return access.childByName(hierarchy, parent, name);
            }

            @Override
            public Member childByKey(Hierarchy hierarchy, Member parent, String key) {
                return access.childByKey(hierarchy, parent, key);
            }
        };
    }

    /**
     * Formulas of the catalog may use what the role does not see.
     *
     * @param moreMeasures measures beyond those of the cube, see {@link org.shapan.engine.star.Cube#scope}
     */
    static Visibility everythingAnd(List<Member> moreMeasures) {
        return new Visibility() {
            @Override
            public boolean canSee(Hierarchy hierarchy) {
                return true;
            }

            @Override
            public boolean canSee(Member member) {
                return true;
            }

            @Override
            public List<Level> levels(Hierarchy hierarchy) {
                return hierarchy.levels();
            }

            @Override
            public List<Member> roots(Hierarchy hierarchy) {
                return hierarchy.roots();
            }

            @Override
            public List<Member> members(Level level) {
                return level.hierarchy().members(level);
            }

            @Override
            public Member childByName(Hierarchy hierarchy, Member parent, String name) {
                Member found = hierarchy.childByName(parent, name);
                return found == null && parent == null && hierarchy.isMeasures() ? moreMeasure(name) : found;
            }

            @Override
            public Member childByKey(Hierarchy hierarchy, Member parent, String key) {
                return hierarchy.childByKey(parent, key);
            }

            private Member moreMeasure(String name) {
                return moreMeasures.stream()
                        .filter(m -> m.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(null);
            }
        };
    }
}
