package org.shapan.engine.olap4j;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.shapan.engine.calc.CompiledQuery;
import org.shapan.engine.calc.expression.Type;
import org.shapan.engine.star.Cube;

/**
 * What is known of a query before it runs.
 *
 * @param axes types, columns first
 * @param slicer null when there is no WHERE
 * @param dimensionProperties names by axis
 * @param cellProperties empty when the clause is absent
 * @param parameters types by name
 */
public record QueryDescription(
        Cube cube,
        List<Type> axes,
        Type slicer,
        List<List<String>> dimensionProperties,
        List<String> cellProperties,
        Map<String, Type> parameters) {

    public static QueryDescription of(CompiledQuery query) {
        List<Type> axes = query.axisTypes();
        return new QueryDescription(
                query.cube(),
                axes,
                query.slicerType(),
                IntStream.range(0, axes.size())
                        .mapToObj(query::dimensionProperties)
                        .toList(),
                query.cellProperties(),
                query.parameterTypes());
    }
}
