package org.shapan.reports.schedule;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.shapan.reports.delivery.Recipient;
import org.shapan.reports.schedule.Audience.Copy;
import org.shapan.reports.template.TemplateCatalog;
import org.shapan.reports.template.TemplateParameter;

/** Works out who gets what: the listed recipients, or for a burst those who answer for each member. */
final class Audiences {
    private final TemplateCatalog templates;
    private final RecipientDirectory directory;

    Audiences(TemplateCatalog templates, RecipientDirectory directory) {
        this.templates = requireNonNull(templates, "templates is null");
        this.directory = requireNonNull(directory, "directory is null");
    }

    /**
     * The mails of one firing. In a burst the listed recipients stand in where a post is vacant.
     *
     * @throws IllegalStateException when the organisation cannot be read; a later attempt may
     */
    Audience of(ReportSchedule schedule) {
        List<Recipient> listed = schedule.recipients().stream()
                .map(recipient -> directory.entitled(recipient, schedule.owner()))
                .toList();
        if (schedule.burst() == null) {
            return new Audience(
                    listed.stream()
                            .map(recipient -> new Copy("", null, recipient, false))
                            .toList(),
                    List.of());
        }
        TemplateParameter parameter = templates.find(schedule.templateId()).stream()
                .flatMap(template -> template.parameters().stream())
                .filter(p -> p.name().equals(schedule.burst()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "report " + schedule.templateId() + " has no parameter " + schedule.burst() + " any more"));
        List<Copy> copies = new ArrayList<>();
        List<String> vacant = new ArrayList<>();
        for (RecipientDirectory.Post post : posts(parameter, schedule)) {
            boolean standIn = post.holders().isEmpty();
            List<Recipient> readers = standIn ? listed : post.holders();
            readers.forEach(reader -> copies.add(new Copy(post.member(), post.caption(), reader, standIn)));
            if (readers.isEmpty()) {
                vacant.add(post.caption());
            }
        }
        return new Audience(copies, vacant);
    }

    private List<RecipientDirectory.Post> posts(TemplateParameter parameter, ReportSchedule schedule) {
        try {
            return directory.posts(parameter, schedule.owner(), schedule.locale());
        } catch (SQLException e) {
            throw new IllegalStateException("the organisation cannot be read for schedule " + schedule.id(), e);
        }
    }
}
