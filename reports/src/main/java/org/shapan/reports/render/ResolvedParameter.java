package org.shapan.reports.render;

import org.shapan.reports.template.TemplateParameter;

/**
 * A prompt with its checked value.
 *
 * @param value the typed value, null when it was left out
 * @param shortName for document ids, for instance 201003 or 香洲
 * @param text for readers, for instance 2010年3月
 */
record ResolvedParameter(TemplateParameter parameter, Object value, String shortName, String text) {}
