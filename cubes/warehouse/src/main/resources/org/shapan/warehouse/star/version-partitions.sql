SELECT version, name, k_month, load, extended FROM version_partition;
