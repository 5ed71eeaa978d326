package org.shapan.portal.explain;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.shapan.engine.api.MemberName;

/**
 * A cell of a cube.
 *
 * @param measure name without the dimension
 * @param members at most one of each hierarchy; those that are left out are the ones on which the hierarchies stand
 */
public record CubeCell(String measure, List<MemberName> members) {
    public CubeCell {
        requireNonNull(measure, "measure is null");
        members = List.copyOf(members);
    }

    /** @param members unique names; nulls are left out */
    public static CubeCell of(String measure, String... members) {
        List<MemberName> names = new ArrayList<>();
        for (String member : members) {
            if (member != null) {
                names.add(new MemberName(member));
            }
        }
        return new CubeCell(measure, names);
    }

    /** The same cell at another member, in the place of that of its hierarchy. */
    public CubeCell at(String hierarchy, String member) {
        List<MemberName> names = new ArrayList<>(without(hierarchy).members);
        names.add(new MemberName(member));
        return new CubeCell(measure, names);
    }

    /** The same cell without the member of a hierarchy. */
    CubeCell without(String hierarchy) {
        return new CubeCell(
                measure,
                members.stream()
                        .filter(name -> !name.uniqueName().startsWith(hierarchy + "."))
                        .toList());
    }

    /** The same place of another measure. */
    public CubeCell measuring(String other) {
        return new CubeCell(other, members);
    }

    String measureName() {
        return "[Measures].[" + measure.replace("]", "]]") + "]";
    }

    /** As MDX. */
    String tuple() {
        List<String> names = new ArrayList<>(List.of(measureName()));
        members.forEach(member -> names.add(member.uniqueName()));
        return "(" + String.join(", ", names) + ")";
    }
}
