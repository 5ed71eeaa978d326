package org.shapan.engine.catalog;

/** When a member of a ragged hierarchy is not shown. */
public enum HideMemberIf {
    NEVER,
    /** Its name is null or blank. */
    IF_BLANK_NAME,
    /** Its name is that of its parent. */
    IF_PARENTS_NAME
}
