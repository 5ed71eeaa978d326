package org.shapan.portal.sandtable;

/** What an indicator is about; the rows of the sand table stand in these groups, and red ones are counted by them. */
public enum SandDomain {
    REVENUE,
    USERS,
    CHANNELS,
    GROUPS
}
