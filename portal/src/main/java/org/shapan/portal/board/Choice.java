package org.shapan.portal.board;

import java.util.List;
import org.olap4j.metadata.Member;

/** A member to choose in a filter; {@code uniqueName} null for the default. */
public record Choice(String uniqueName, String name) {
    public static List<Choice> of(List<Member> members) {
        return members.stream()
                .map(member -> new Choice(member.getUniqueName(), member.getCaption()))
                .toList();
    }
}
