package org.shapan.insight.watch;

import java.util.HashMap;
import java.util.Map;
import org.olap4j.OlapException;
import org.olap4j.metadata.Member;
import org.shapan.insight.UnitLevel;
import org.shapan.insight.cube.AreaUnit;

/** Members of the managed area as entities, each once. */
public final class AreaEntities {
    private final Map<String, Entity> known = new HashMap<>();

    /** The entity of a member, with those above it. */
    public Entity of(Member member) throws OlapException {
        Entity entity = known.get(member.getUniqueName());
        if (entity == null) {
            Member parent = member.getParentMember();
            entity = new Entity(
                    kind(member),
                    key(member),
                    member.getUniqueName(),
                    member.getCaption(),
                    parent == null ? null : of(parent));
            known.put(member.getUniqueName(), entity);
        }
        return entity;
    }

    private static Entity.Kind kind(Member member) throws OlapException {
        UnitLevel level = AreaUnit.level(member);
        return switch (level) {
            case COMPANY -> Entity.Kind.COMPANY;
            case CITY -> Entity.Kind.CITY;
            case BRANCH -> Entity.Kind.BRANCH;
            case MICRO_AREA -> Entity.Kind.MICRO_AREA;
            case GROUP -> Entity.Kind.GROUP;
            case CHANNEL, CUSTOMER ->
                AreaUnit.property(member, "Owner kind").equals("unassigned")
                        ? Entity.Kind.UNASSIGNED
                        : Entity.Kind.CHANNEL;
        };
    }

    private static String key(Member member) throws OlapException {
        return switch (AreaUnit.level(member)) {
            case COMPANY -> "company";
            case CITY -> AreaUnit.property(member, "City code");
            case BRANCH -> AreaUnit.property(member, "Branch code");
            case MICRO_AREA -> AreaUnit.property(member, "Area code");
            case GROUP, CHANNEL, CUSTOMER -> AreaUnit.property(member, "Owner code");
        };
    }
}
