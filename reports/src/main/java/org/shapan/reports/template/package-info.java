/**
 * Report templates: JRXML compiled at build time, their prompts and their texts in Chinese and English.
 *
 * <p>{@link org.shapan.reports.template.TemplateCatalog} is the way in. A template is a JRXML file and two property files;
 * nothing here fills or exports it.
 */
package org.shapan.reports.template;
