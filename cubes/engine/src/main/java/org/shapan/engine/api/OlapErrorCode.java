package org.shapan.engine.api;

/** Kind of a failure, stable across releases: clients and metrics count by it, messages may change. */
public enum OlapErrorCode {
    /** The text is not MDX; the place tells where and the message what was expected. */
    MDX_SYNTAX,
    /** A name (cube, dimension, hierarchy, level, member, function) that does not exist or that the role may not see. */
    MDX_UNKNOWN_NAME,
    /** A function with arguments of the wrong type or number, or an expression used where its type does not fit. */
    MDX_TYPE,
    /** An error while a cell or a set was evaluated. */
    MDX_EVALUATION,
    /** A statement that is understood but not offered. */
    NOT_SUPPORTED,
    /** The catalog is not well-formed, violates the schema language, or names what the database does not have. */
    CATALOG_INVALID,
    /** The catalog asks for something that is refused, such as user-written code. */
    CATALOG_REFUSED,
    /** No such catalog, role or data source, or a connection property that is wrong. */
    CONNECTION,
    /** The role has no access at all. */
    ACCESS_DENIED,
    /** The database reported an error. */
    SQL_FAILED,
    /** The caller cancelled the statement. */
    CANCELLED,
    /** The statement ran longer than its time limit. */
    TIMEOUT,
    /** A budget of the query was used up; the message names the limit and its setting. */
    BUDGET_EXCEEDED,
    /** All places for statements are taken and the waiting line is full. */
    SERVER_BUSY,
    /** An exact number has more than the 18 digits that the engine keeps. */
    NUMERIC_OVERFLOW,
    /** A fault of the engine itself. */
    INTERNAL
}
