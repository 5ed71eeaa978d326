package org.shapan.engine.calc;

import java.util.Locale;
import org.shapan.engine.access.CubeAccess;
import org.shapan.engine.calc.eval.IntrinsicProperties;
import org.shapan.engine.star.Member;

/** Properties of members in a result: those of the catalog, and the intrinsic ones that every member has. */
final class MemberProperties {
    private final CubeAccess access;
    private final Locale locale;

    MemberProperties(CubeAccess access, Locale locale) {
        this.access = access;
        this.locale = locale;
    }

    /**
     * @param name as written in DIMENSION PROPERTIES: the last part counts, {@code [Store].[Store Name].[Store Type]}
     */
    Object value(Member member, String name) {
        String last = name;
        int bracket = name.lastIndexOf('[');
        if (bracket >= 0 && name.endsWith("]")) {
            last = name.substring(bracket + 1, name.length() - 1).replace("]]", "]");
        } else if (name.lastIndexOf('.') >= 0) {
            last = name.substring(name.lastIndexOf('.') + 1);
        }
        Object declared = member.property(last);
        return declared == null ? IntrinsicProperties.value(member, last, access, locale) : declared;
    }
}
