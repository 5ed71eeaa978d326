package org.shapan.engine.star;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives the relations of one star distinct aliases; the same join asked for twice gets the same alias, so that it is made once. */
final class StarAliases {
    private final Set<String> taken = new HashSet<>();
    private final Map<List<Object>, String> byJoin = new HashMap<>();

    StarAliases(String factAlias) {
        taken.add(factAlias.toLowerCase(Locale.ROOT));
    }

    /** @param join what makes the join what it is: the relation, what it is joined to and how */
    String alias(String wanted, List<Object> join) {
        return byJoin.computeIfAbsent(join, j -> free(wanted));
    }

    private String free(String wanted) {
        String alias = wanted;
        for (int i = 1; !taken.add(alias.toLowerCase(Locale.ROOT)); i++) {
            alias = wanted + "_" + i;
        }
        return alias;
    }
}
