package org.shapan.insight.locate;

import java.util.List;

/**
 * A dimension and how much of the movement it explains.
 *
 * @param hierarchy unique name
 * @param name caption
 * @param explaining fewest members that together explain enough, largest contribution first
 * @param members all, largest contribution first
 * @param surprise by how much the mix of the explaining members has changed; 0 where all moved in proportion
 */
public record LogicDimension(
        String hierarchy, String name, List<Part> explaining, List<Part> members, double surprise) {
    public LogicDimension {
        explaining = List.copyOf(explaining);
        members = List.copyOf(members);
    }
}
