package org.shapan.engine.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shapan.engine.star.Member;

/**
 * Members that have something in common with an earlier one which should be their own.
 *
 * @param count how many
 * @param first an earlier one
 * @param second the first that repeats it
 */
record Repeated(int count, Member first, Member second) {
    /** Empty when all are different. */
    static Optional<Repeated> among(List<Member> members, Function<Member, Object> what) {
        Map<Object, Member> seen = HashMap.newHashMap(members.size());
        int count = 0;
        Member first = null;
        Member second = null;
        for (Member member : members) {
            Member other = seen.putIfAbsent(what.apply(member), member);
            if (other != null && count++ == 0) {
                first = other;
                second = member;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(new Repeated(count, first, second));
    }
}
