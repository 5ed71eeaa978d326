package org.shapan.reports.render;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Member;
import org.shapan.reports.render.ReportException.Code;
import org.shapan.reports.template.TemplateParameter;

/** The members among which a prompt chooses, as the connection's role and language show them. */
public final class MemberChoices {
    /**
     * One choice.
     *
     * @param value for the request: the unique name
     * @param caption for readers, with its parent where two members share a caption
     */
    public record Choice(String value, String caption) {}

    private MemberChoices() {}

    /**
     * All members of a prompt's level in the order of the hierarchy.
     *
     * @throws ReportException when the catalog has no such level for this role
     */
    public static List<Choice> of(TemplateParameter parameter, OlapConnection connection) {
        try {
            List<Member> members = Levels.find(parameter, connection).getMembers();
            Map<String, Long> sharing =
                    members.stream().collect(Collectors.groupingBy(Member::getCaption, Collectors.counting()));
            return members.stream()
                    .map(member ->
                            new Choice(member.getUniqueName(), caption(member, sharing.get(member.getCaption()) > 1)))
                    .toList();
        } catch (OlapException e) {
            throw new ReportException(
                    Code.QUERY_FAILED, parameter.name(), "reading the members of " + parameter.level(), e);
        }
    }

    private static String caption(Member member, boolean shared) {
        return shared && member.getParentMember() != null
                ? member.getParentMember().getCaption() + " › " + member.getCaption()
                : member.getCaption();
    }
}
