package org.shapan.reports.template;

import java.util.List;
import org.shapan.reports.template.TemplateFault.Reason;

/** Asks somebody who has the cubes whether a template that is well formed also works. */
@FunctionalInterface
public interface TemplateProbe {
    /** Asks nobody. */
    TemplateProbe NONE = template -> List.of();

    /** @param reason {@link Reason#QUERY} or {@link Reason#TRIAL} */
    record Problem(Reason reason, String detail) {}

    /** What does not work, nothing when all does. */
    List<Problem> problems(Template template);
}
