package org.shapan.engine.calc.expression;

import org.shapan.engine.api.Region;
import org.shapan.engine.star.Member;

/** A member by name. */
public record MemberExp(Member member, Region region) implements Exp {
    @Override
    public Type type() {
        return Type.member(member);
    }
}
