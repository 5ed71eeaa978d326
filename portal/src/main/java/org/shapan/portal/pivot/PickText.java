package org.shapan.portal.pivot;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a pick is called on the screen. */
final class PickText {
    /** Finds a text of the portal. */
    interface Texts {
        String text(String key, Object... parameters);
    }

    private PickText() {}

    /** @throws UnknownNameException where a member or level does not exist for the person */
    static String of(Pick pick, MemberTree tree, PivotFields fields, Texts texts) throws SQLException {
        if (pick.kind() == Pick.Kind.MEMBER) {
            return tree.choice(pick.member()).caption();
        }
        if (pick.kind() == Pick.Kind.SET) {
            return fields.sets().stream()
                    .filter(set -> set.pick().equals(pick))
                    .findFirst()
                    .orElseThrow(
                            () -> new UnknownNameException("set", pick.names().getLast()))
                    .caption();
        }
        List<Object> parameters = new ArrayList<>();
        if (pick.member() != null) {
            parameters.add(tree.choice(pick.member()).caption());
        }
        if (pick.level() != null) {
            parameters.add(fields.hierarchyOf(pick.level())
                    .orElseThrow(() -> new UnknownNameException("level", pick.level()))
                    .level(pick.level())
                    .caption());
        }
        parameters.add(pick.number());
        return texts.text("pivot.pick." + pick.kind(), parameters.toArray());
    }
}
