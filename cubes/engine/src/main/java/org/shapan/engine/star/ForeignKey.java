package org.shapan.engine.star;

import org.shapan.engine.sql.DataType;

/**
 * How fact rows find their member of a level without a join: by a column of the fact table and the keys of the dimension.
 *
 * @param sql the column, over the fact's alias
 * @param members of the level, by what the column holds
 */
public record ForeignKey(String sql, DataType type, MemberKeys members) {}
