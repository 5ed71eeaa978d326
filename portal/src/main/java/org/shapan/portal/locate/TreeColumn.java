package org.shapan.portal.locate;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of one node.
 *
 * @param nodes all, largest contribution first
 * @param followed unique name of the one that is followed; null where the path ends before
 */
public record TreeColumn(List<TreeNode> nodes, String followed) {
    /** More nodes stand together as others (guide 7). */
    static final int MOST = 4;

    public TreeColumn {
        nodes = List.copyOf(nodes);
    }

    /** The followed one, then those with the largest contributions. */
    public List<TreeNode> shown() {
        List<TreeNode> shown = new ArrayList<>();
        nodes.stream().filter(node -> node.member().equals(followed)).forEach(shown::add);
        nodes.stream()
                .filter(node -> !node.member().equals(followed))
                .limit(MOST - (long) shown.size())
                .forEach(shown::add);
        return shown;
    }

    /** Those that are not shown. */
    public List<TreeNode> others() {
        List<TreeNode> others = new ArrayList<>(nodes);
        others.removeAll(shown());
        return others;
    }
}
