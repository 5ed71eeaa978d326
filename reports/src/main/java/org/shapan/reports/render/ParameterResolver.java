package org.shapan.reports.render;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.olap4j.OlapConnection;
import org.olap4j.OlapException;
import org.olap4j.metadata.Level;
import org.olap4j.metadata.Member;
import org.shapan.engine.api.MemberName;
import org.shapan.reports.render.ReportException.Code;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateParameter;
import org.shapan.reports.template.TemplateParameter.Kind;
import org.shapan.reports.template.Texts;

/**
 * Turns what a reader wrote into typed values: members are looked up under the connection's role by unique name, name or
 * caption, so a value that the role may not see is as unknown as one that does not exist.
 */
final class ParameterResolver {
    private static final int SUGGESTIONS = 8;

    private final Template template;
    private final Texts texts;
    private final OlapConnection connection;
    private final DataState data;

    ParameterResolver(Template template, Texts texts, OlapConnection connection, DataState data) {
        this.template = template;
        this.texts = texts;
        this.connection = connection;
        this.data = data;
    }

    /** @throws ReportException naming the parameter that is unknown, missing or wrong */
    List<ResolvedParameter> resolve(Map<String, String> given) {
        List<String> names =
                template.parameters().stream().map(TemplateParameter::name).toList();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw new ReportException(
                        Code.UNKNOWN_PARAMETER,
                        name,
                        "report " + template.id() + " has no parameter " + name + "; it takes " + names);
            }
        }
        List<ResolvedParameter> resolved = new ArrayList<>();
        for (TemplateParameter parameter : template.parameters()) {
            resolved.add(
                    resolve(parameter, given.getOrDefault(parameter.name(), "").strip()));
        }
        return resolved;
    }

    private ResolvedParameter resolve(TemplateParameter parameter, String given) {
        String text = given.isEmpty() && parameter.latestPeriod() ? data.until().toString() : given;
        if (text.isEmpty()) {
            if (parameter.required()) {
                throw new ReportException(
                        Code.MISSING_PARAMETER,
                        parameter.name(),
                        "report " + template.id() + " needs the parameter " + parameter.name() + " ("
                                + texts.text("parameter." + parameter.name()) + ")");
            }
            return parameter.kind() == Kind.MEMBER
                    ? whole(parameter)
                    : new ResolvedParameter(parameter, null, "", texts.text("filter.all"));
        }
        return switch (parameter.kind()) {
            case MEMBER -> member(parameter, text);
            case TEXT, PIVOT -> new ResolvedParameter(parameter, text, text, text);
            case FLAG -> flag(parameter, text);
            case NUMBER -> {
                try {
                    yield new ResolvedParameter(parameter, new BigDecimal(text), text, text);
                } catch (NumberFormatException e) {
                    throw new ReportException(
                            Code.INVALID_PARAMETER,
                            parameter.name(),
                            "parameter " + parameter.name() + " must be a number, not \"" + text + "\"",
                            e);
                }
            }
        };
    }

    /**
     * What stands for a missing member: all that the role may see. That is the default member of the hierarchy, or the
     * only one below it: for somebody confined to a branch, the branch.
     */
    private ResolvedParameter whole(TemplateParameter parameter) {
        try {
            Level level = Levels.find(parameter, connection);
            Member member = level.getHierarchy().getDefaultMember();
            while (member.getDepth() < level.getDepth() && member.getChildMemberCount() == 1) {
                member = member.getChildMembers().getFirst();
            }
            return new ResolvedParameter(
                    parameter,
                    new MemberName(member.getUniqueName()),
                    member.isAll() ? "" : member.getCaption(),
                    member.getCaption());
        } catch (OlapException e) {
            throw new ReportException(
                    Code.QUERY_FAILED, parameter.name(), "reading the default member of " + parameter.level(), e);
        }
    }

    private ResolvedParameter member(TemplateParameter parameter, String text) {
        try {
            Level level = Levels.find(parameter, connection);
            Level.Type type = level.getLevelType();
            String wanted = text.startsWith("[")
                    ? text
                    : switch (type) {
                        case TIME_MONTHS ->
                            PeriodNames.month(text)
                                    .orElseThrow(() -> noPeriod(parameter, "month such as 2010-03", text));
                        case TIME_DAYS ->
                            PeriodNames.day(text)
                                    .orElseThrow(() -> noPeriod(parameter, "day such as 2010-03-31", text));
                        default -> text;
                    };
            List<Member> members = level.getMembers();
            List<Member> found = members.stream().filter(m -> names(m, wanted)).toList();
            if (found.isEmpty()) {
                throw unknown(parameter, text, members);
            }
            if (found.size() > 1) {
                throw new ReportException(
                        Code.INVALID_PARAMETER,
                        parameter.name(),
                        "parameter " + parameter.name() + ": \"" + text + "\" may be any of "
                                + found.stream().map(Member::getUniqueName).toList()
                                + "; give the unique name");
            }
            Member member = found.getFirst();
            return new ResolvedParameter(
                    parameter,
                    new MemberName(member.getUniqueName()),
                    type == Level.Type.TIME_MONTHS || type == Level.Type.TIME_DAYS
                            ? member.getName()
                            : member.getCaption(),
                    switch (type) {
                        case TIME_MONTHS -> monthText(member.getName());
                        case TIME_DAYS -> dayText(member.getName());
                        default -> member.getCaption();
                    });
        } catch (OlapException e) {
            throw new ReportException(
                    Code.QUERY_FAILED, parameter.name(), "reading the members of " + parameter.level(), e);
        }
    }

    private static boolean names(Member member, String wanted) {
        return member.getUniqueName().equalsIgnoreCase(wanted)
                || member.getName().equalsIgnoreCase(wanted)
                || wanted.equalsIgnoreCase(member.getCaption());
    }

    private ReportException unknown(TemplateParameter parameter, String text, List<Member> members) {
        String choices = members.stream()
                .limit(SUGGESTIONS)
                .map(Member::getCaption)
                .collect(Collectors.joining(", ", "", members.size() > SUGGESTIONS ? ", …" : ""));
        return new ReportException(
                Code.UNKNOWN_MEMBER,
                parameter.name(),
                "parameter " + parameter.name() + ": " + parameter.level() + " has no member \"" + text
                        + "\"; there are " + members.size() + ": " + choices);
    }

    private ResolvedParameter flag(TemplateParameter parameter, String text) {
        boolean yes = text.equalsIgnoreCase("true");
        if (!yes && !text.equalsIgnoreCase("false")) {
            throw new ReportException(
                    Code.INVALID_PARAMETER,
                    parameter.name(),
                    "parameter " + parameter.name() + " must be true or false, not \"" + text + "\"");
        }
        return new ResolvedParameter(parameter, yes, "", texts.text("flag." + yes));
    }

    private static ReportException noPeriod(TemplateParameter parameter, String such, String text) {
        return new ReportException(
                Code.INVALID_PARAMETER,
                parameter.name(),
                "parameter " + parameter.name() + " must be a " + such + ", not \"" + text + "\"");
    }

    private String dayText(String name) {
        LocalDate day = LocalDate.parse(name, PeriodNames.DAY);
        return texts.isEnglish()
                ? DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).format(day)
                : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private String monthText(String name) {
        YearMonth month = YearMonth.parse(name, PeriodNames.MONTH);
        return texts.isEnglish()
                ? DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH).format(month)
                : month.getYear() + "年" + month.getMonthValue() + "月";
    }
}
