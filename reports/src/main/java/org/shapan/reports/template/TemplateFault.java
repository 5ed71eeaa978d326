package org.shapan.reports.template;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Why a template of the administrator's folder is not offered.
 *
 * @param template its id
 * @param file name of the file at fault, without a folder
 * @param line in the file, 0 for the whole of it
 * @param detail what stands there
 */
public record TemplateFault(String template, String file, int line, Reason reason, String detail) {
    public enum Reason {
        /** The name of the file is no id. */
        NAME,
        /** A template of the build has this id. */
        BUILD_TEMPLATE,
        /** Not a regular file of the folder, too large, or not to be read. */
        FILE,
        /** No XML, or one with a document type. */
        XML,
        ELEMENT,
        ATTRIBUTE,
        PROPERTY,
        CLASS,
        EXPRESSION,
        /** An image, a style sheet or a subreport of elsewhere. */
        RESOURCE,
        LANGUAGE,
        PARAMETER,
        FIELD,
        TEXT,
        /** JasperReports refuses the layout. */
        LAYOUT,
        /** The cubes refuse a query. */
        QUERY,
        /** It cannot be filled with the figures that there are. */
        TRIAL
    }

    public TemplateFault {
        requireNonNull(template, "template is null");
        requireNonNull(file, "file is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(detail, "detail is null");
    }

    /** File and line, as compilers write them. */
    public String place() {
        return line == 0 ? file : file + ":" + line;
    }

    /** What is wrong, for a reader. */
    public String problem(Locale locale) {
        return Texts.common(locale).text("fault." + reason, detail);
    }

    /** What to do about it, for a reader. */
    public String remedy(Locale locale) {
        return Texts.common(locale).text("fault." + reason + ".remedy", detail);
    }

    /** Place, problem and remedy in one English line, for logs. */
    @Override
    public String toString() {
        return place() + ": " + problem(Locale.ENGLISH) + " " + remedy(Locale.ENGLISH);
    }
}
