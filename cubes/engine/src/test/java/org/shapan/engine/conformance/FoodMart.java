package org.shapan.engine.conformance;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hsqldb.jdbc.JDBCDataSource;
import org.shapan.engine.catalog.CatalogDefinition;
import org.shapan.engine.catalog.CatalogLimits;
import org.shapan.engine.catalog.CatalogReader;
import org.shapan.engine.sql.JdbcExecutor;
import org.shapan.engine.sql.SqlExecutor;
import org.shapan.engine.star.Catalog;
import org.shapan.engine.star.Gaps;
import org.shapan.engine.star.StarBuilder;

/** The FoodMart rows in HSQLDB and its schemas from the shared folder. */
public final class FoodMart {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FoodMart() {}

    /** A read-only database in memory that lives as long as the process. */
    public static DataSource hsqldb() {
        JDBCDataSource source = new JDBCDataSource();
        source.setURL("jdbc:hsqldb:res:foodmart");
        source.setUser("FOODMART");
        source.setPassword("FOODMART");
        return source;
    }

    /** Aborts the running test where the shared folder is absent. */
    public static Catalog catalog() {
        return catalog(null, JdbcExecutor.of(hsqldb()));
    }

    /**
     * Some changed schemas name tables and columns that are not there, to show that the rest still works: those are left out.
     *
     * @param schemaKey of a changed schema, or null for the schema as it is
     */
    public static Catalog catalog(String schemaKey, SqlExecutor sql) {
        return StarBuilder.build(definition(schemaKey), sql, schemaKey == null ? Gaps.REFUSE : Gaps.LEAVE_OUT);
    }

    public static CatalogDefinition definition(String schemaKey) {
        CatalogReader reader = new CatalogReader(CatalogLimits.DEFAULTS, file -> {
            throw new UncheckedIOException(new IOException("no includes here"));
        });
        return reader.read(schemaKey == null ? "FoodMart.xml" : "FoodMart-" + schemaKey + ".xml", schema(schemaKey));
    }

    /** Keys of all changed schemas. */
    public static List<String> changedSchemas() {
        return List.copyOf(edits().keySet());
    }

    private static String schema(String key) {
        Path folder = SharedFiles.foodMart(1);
        try {
            String text = Files.readString(folder.resolve("FoodMart.xml"));
            if (key == null) {
                return text;
            }
            List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
            List<List<Object>> edits = new ArrayList<>(edits().get(key));
            Collections.reverse(edits);
            for (List<Object> edit : edits) {
                List<String> replaced = lines.subList((Integer) edit.get(0), (Integer) edit.get(1));
                replaced.clear();
                replaced.add((String) edit.get(2));
            }
            return String.join("", lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<List<Object>>> edits() {
        try {
            return JSON.readValue(
                    SharedFiles.foodMart(1).resolve("schemas.json").toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
