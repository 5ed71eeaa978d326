package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shapan.reports.delivery.Addresses;
import org.shapan.reports.delivery.DeliveryException;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.delivery.Subject;
import org.shapan.reports.schedule.ScheduleException.Reason;
import org.shapan.reports.template.Template;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.TemplateParameter;
import org.shapan.reports.template.TemplateParameter.Kind;

/** What a schedule must hold to be kept. Members are looked up when it runs: they may come and go. */
public final class ScheduleCheck {
    /** Most recipients of one schedule. */
    public static final int MAX_RECIPIENTS = 200;

    private static final int NAME_LENGTH = 200;
    private static final int VALUE_LENGTH = 2000;
    private static final int MDX_LENGTH = 4000;

    private final TemplateCatalog templates;
    private final Addresses addresses;

    public ScheduleCheck(TemplateCatalog templates, Addresses addresses) {
        this.templates = requireNonNull(templates, "templates is null");
        this.addresses = requireNonNull(addresses, "addresses is null");
    }

    TemplateCatalog templates() {
        return templates;
    }

    /** @throws ScheduleException naming the part that is wrong */
    void check(ReportSchedule schedule) {
        if (schedule.name().isBlank() || schedule.name().length() > NAME_LENGTH) {
            throw new ScheduleException(
                    Reason.NAME, "name", "a schedule has a name of 1 to " + NAME_LENGTH + " characters");
        }
        Template template = templates
                .find(schedule.templateId())
                .orElseThrow(() -> new ScheduleException(
                        Reason.UNKNOWN_TEMPLATE, schedule.templateId(), "there is no report " + schedule.templateId()));
        parameters(schedule, template);
        if (schedule.formats().isEmpty()) {
            throw new ScheduleException(Reason.NO_FORMAT, "formats", "choose a format");
        }
        burst(schedule, template);
        condition(schedule);
        subject(schedule.subject());
        recipients(schedule);
    }

    private static void subject(String text) {
        if (text == null) {
            return;
        }
        Optional<String> unknown = Subject.unknown(text);
        if (unknown.isPresent()) {
            throw new ScheduleException(
                    Reason.SUBJECT, "{" + unknown.get() + "}", "the subject cannot say {" + unknown.get() + "}");
        }
        if (text.isBlank()
                || text.length() > Subject.LENGTH
                || text.chars().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029')) {
            throw new ScheduleException(
                    Reason.SUBJECT, "subject", "a subject is one line of 1 to " + Subject.LENGTH + " characters");
        }
    }

    private static void burst(ReportSchedule schedule, Template template) {
        if (schedule.burst() != null
                && template.parameters().stream()
                        .noneMatch(p ->
                                p.name().equals(schedule.burst()) && p.kind() == Kind.MEMBER && !p.latestPeriod())) {
            throw new ScheduleException(
                    Reason.BURST,
                    schedule.burst(),
                    "report " + template.id() + " has no parameter " + schedule.burst()
                            + " whose members can be sent one by one");
        }
    }

    private static void condition(ReportSchedule schedule) {
        String mdx = schedule.condition().mdx();
        if (mdx != null && (mdx.isBlank() || mdx.length() > MDX_LENGTH)) {
            throw new ScheduleException(
                    Reason.CONDITION, "condition", "a threshold has a query of 1 to " + MDX_LENGTH + " characters");
        }
    }

    private static void parameters(ReportSchedule schedule, Template template) {
        List<String> names =
                template.parameters().stream().map(TemplateParameter::name).toList();
        schedule.parameters().forEach((name, value) -> {
            if (!names.contains(name)) {
                throw new ScheduleException(
                        Reason.UNKNOWN_PARAMETER, name, "report " + template.id() + " has no parameter " + name);
            }
            if (value.length() > VALUE_LENGTH) {
                throw new ScheduleException(Reason.LONG_PARAMETER, name, "the value of " + name + " is too long");
            }
        });
        for (TemplateParameter parameter : template.parameters()) {
            if (parameter.required()
                    && !parameter.name().equals(schedule.burst())
                    && schedule.parameters().getOrDefault(parameter.name(), "").isBlank()) {
                throw new ScheduleException(
                        Reason.MISSING_PARAMETER,
                        parameter.name(),
                        "report " + template.id() + " needs the parameter " + parameter.name());
            }
        }
    }

    private void recipients(ReportSchedule schedule) {
        List<Recipient> recipients = schedule.recipients();
        if ((recipients.isEmpty() && schedule.burst() == null) || recipients.size() > MAX_RECIPIENTS) {
            throw new ScheduleException(
                    Reason.RECIPIENT_COUNT, "recipients", "a schedule has 1 to " + MAX_RECIPIENTS + " recipients");
        }
        Set<String> seen = new HashSet<>();
        for (Recipient recipient : recipients) {
            try {
                addresses.check(recipient.address());
            } catch (DeliveryException e) {
                throw new ScheduleException(Reason.RECIPIENT_ADDRESS, recipient.address(), e.getMessage());
            }
            if (!seen.add(recipient.address().toLowerCase(Locale.ROOT))) {
                throw new ScheduleException(
                        Reason.RECIPIENT_TWICE, recipient.address(), recipient.address() + " is listed twice");
            }
        }
    }
}
