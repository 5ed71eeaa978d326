package org.shapan.warehouse.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One planted anomaly or decoy (domain §9.6); written to {@code ground_truth.json}, which is no feed: no loader or detector reads
 * it.
 *
 * @param startPeriod first month, yyyymm
 * @param endPeriod last month, yyyymm
 * @param params what was done, by name
 * @param expectedRules rules that must find it
 * @param causePath members from the company to the leaf
 * @param customers numbers of the customers touched, ascending
 */
record GroundTruth(
        String id,
        String kind,
        String type,
        String entityType,
        String entityKey,
        int startPeriod,
        int endPeriod,
        String severity,
        Map<String, Object> params,
        List<String> expectedRules,
        String causePath,
        String causeDimension,
        List<Long> customers,
        String revealLevel) {

    static final String FILE = "ground_truth.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /**
     * @param nth from 1 within its type
     * @param rules those that must find it; none of a decoy
     * @param touched numbers of customers, ascending
     */
    static GroundTruth of(
            Story story,
            int nth,
            Entity entity,
            Span span,
            Map<String, Object> params,
            List<String> rules,
            List<Long> touched) {
        boolean decoy = story.type().startsWith("D");
        return new GroundTruth(
                story.type() + "-" + nth,
                decoy ? "decoy" : "anomaly",
                story.type(),
                entity.type(),
                entity.key(),
                Months.number(span.from()),
                Months.number(span.to()),
                decoy ? "none" : "red",
                params,
                rules,
                entity.path(),
                entity.dimension(),
                touched,
                entity.type());
    }

    static void write(List<GroundTruth> truths, Path directory) throws IOException {
        String text = JSON.writeValueAsString(truths).replace("\r\n", "\n") + "\n";
        Files.writeString(directory.resolve(FILE), text);
    }
}
