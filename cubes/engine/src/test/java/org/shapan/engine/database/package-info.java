/** The databases of the tests, each the real one: DuckDB, HSQLDB and H2 in this process, PostgreSQL as a process beside it. */
package org.shapan.engine.database;
