package org.shapan.portal.backup;

import java.util.List;

/** What lies where in a backup: a ZIP whose last entry is {@link #MANIFEST}, so that a file cut short is seen. */
final class BackupFormat {
    static final String MANIFEST = "shapan-backup.json";
    static final int VERSION = 1;
    static final String WAREHOUSE = "warehouse.duckdb";
    static final String METADATA = "metadata.mv.db";
    /** Folders of the data directory that are taken along. The generated extracts, the inbox, logs and work space are not. */
    static final List<String> FOLDERS = List.of("kept", "reports", "outbox", "folders");
    /** Files beside them. */
    static final List<String> FILES = List.of("holidays.properties", "days.properties");

    /**
     * @param version of this format
     * @param takenAt ISO instant
     * @param dataVersion of the warehouse when the backup began; 0 where there was none
     * @param entries how many entries come before this one
     */
    record Manifest(int version, String takenAt, long dataVersion, int entries) {}

    private BackupFormat() {}

    static boolean holds(String name) {
        return name.equals(WAREHOUSE)
                || name.equals(METADATA)
                || FILES.contains(name)
                || FOLDERS.stream().anyMatch(folder -> name.startsWith(folder + "/"));
    }
}
