package org.shapan.engine.star;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Calculated members, named sets, KPIs and parameters of a cube. Members are made when first asked for, since a parent may have to be
 * loaded.
 */
final class CubeFormulas {
    private final Supplier<Made> maker;
    private final List<NamedSet> sets;
    private final List<CatalogParameter> parameters;
    private volatile Made made;

    /** @param scopes per member the measures it may name beyond those of the cube */
    record Made(List<CalculatedMember> members, Map<CalculatedMember, List<Member>> scopes, List<Kpi> kpis) {}

    CubeFormulas(Supplier<Made> maker, List<NamedSet> sets, List<CatalogParameter> parameters) {
        this.maker = maker;
        this.sets = List.copyOf(sets);
        this.parameters = List.copyOf(parameters);
    }

    static Map<CalculatedMember, List<Member>> noScopes() {
        return new IdentityHashMap<>();
    }

    private Made made() {
        Made known = made;
        if (known == null) {
            synchronized (this) {
                if (made == null) {
                    made = maker.get();
                }
                known = made;
            }
        }
        return known;
    }

    List<CalculatedMember> members() {
        return made().members();
    }

    List<Member> scope(CalculatedMember member) {
        return made().scopes().getOrDefault(member, List.of());
    }

    List<Kpi> kpis() {
        return made().kpis();
    }

    List<NamedSet> sets() {
        return sets;
    }

    List<CatalogParameter> parameters() {
        return parameters;
    }
}
