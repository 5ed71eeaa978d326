/**
 * Cells of reports taken apart: the month, unit and measure that boards and rules know. Boards use it to judge the cells of reports as
 * they judge their own figures; it must never know a view.
 */
package org.shapan.portal.insight;
