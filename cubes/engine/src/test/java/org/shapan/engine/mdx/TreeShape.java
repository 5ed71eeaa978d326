package org.shapan.engine.mdx;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Collectors;
import org.shapan.engine.api.Region;

/** What a tree is apart from its regions, as text: record names and all components. */
final class TreeShape {
    private TreeShape() {}

    static String of(Object node) {
        return switch (node) {
            case List<?> list -> list.stream().map(TreeShape::of).collect(Collectors.joining(", ", "[", "]"));
            case Record record -> record.getClass().getSimpleName() + components(record);
            case null, default -> String.valueOf(node);
        };
    }

    private static String components(Record node) {
        StringBuilder out = new StringBuilder("(");
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (component.getType() != Region.class) {
                try {
                    out.append(component.getName()).append('=');
                    out.append(of(component.getAccessor().invoke(node))).append(' ');
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(e.getMessage(), e);
                }
            }
        }
        return out.append(')').toString();
    }
}
