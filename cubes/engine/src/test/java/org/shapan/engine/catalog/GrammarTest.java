package org.shapan.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shapan.engine.access.CatalogAccess;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.conformance.SharedFiles;
import org.shapan.engine.star.Bakery;
import org.shapan.engine.star.Catalog;
import org.shapan.engine.star.StarBuilder;
import org.xml.sax.SAXException;

/** The schema files, the reader and the documentation say the same; every example of the documentation loads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrammarTest {
    /** {@code -Dsurefire.args=-Dshapan.docs=write} writes the page instead of comparing it. */
    private static final boolean WRITE = System.getProperty("shapan.docs", "").equals("write");

    private static final String MARK = "<!-- The rest is written by GrammarTest from catalog.xsd. -->\n";

    private final Bakery bakery = new Bakery()
            .run(
                    "CREATE TABLE agg_sales_shop AS SELECT shop_id, region, SUM(amount) amount, COUNT(*) sale_count, now() loaded_at"
                            + " FROM sales GROUP BY shop_id, region",
                    "CREATE TABLE agg_sales_old AS SELECT * FROM agg_sales_shop");
    private final Schema schema;

    GrammarTest() throws SAXException {
        schema = SchemaFactory.newDefaultInstance().newSchema(GrammarTest.class.getResource("catalog.xsd"));
    }

    @AfterAll
    void close() {
        bakery.close();
    }

    static Stream<Grammar.Element> elements() {
        return Grammar.CATALOG.elements().stream().filter(e -> e.use() == Grammar.Use.READ);
    }

    static Stream<CatalogExample> examples() {
        return elements().filter(e -> e.example() != null).map(CatalogExample::of);
    }

    @ParameterizedTest
    @MethodSource("elements")
    void everyElementIsDocumentedAndShown(Grammar.Element element) {
        assertThat(element.documentation()).endsWith(".");
        Grammar.Element shown = element.example() != null
                ? element
                : Grammar.CATALOG.element(element.see()).orElseThrow();

        assertThat(shown.example()).contains("<" + element.name());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleLoads(CatalogExample example) {
        Catalog catalog = StarBuilder.build(example.read(), bakery.executor());

        assertThat(catalog.notices()).isEmpty();
        assertThat(catalog.cubes()).isNotEmpty().allSatisfy(cube -> {
            assertThat(cube.calculatedMembers())
                    .allSatisfy(m -> assertThat(m.name()).isNotBlank());
            cube.hierarchies().forEach(h -> assertThat(h.defaultMember()).isNotNull());
        });
        catalog.definition()
                .roles()
                .forEach(r -> assertThat(
                                CatalogAccess.named(catalog, List.of(r.name())).cubes())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsValid(CatalogExample example) {
        assertThatCode(() -> validate(example.text())).doesNotThrowAnyException();
    }

    /** Each attribute of the schema, put where an example lacks it: the reader must ask for it, else its assertions fail. */
    @ParameterizedTest
    @MethodSource("elements")
    void theReaderTakesEveryAttributeOfTheSchema(Grammar.Element element) {
        Grammar.Element shown = element.example() != null
                ? element
                : Grammar.CATALOG.element(element.see()).orElseThrow();
        String text = CatalogExample.of(shown).text();
        Matcher tag = Pattern.compile("<" + element.name() + "(?=[\\s/>])[^>]*?(/?>)", Pattern.DOTALL)
                .matcher(text);
        assertThat(tag.find()).isTrue();

        for (Grammar.Attribute attribute : element.attributes().values()) {
            if (attribute.use() == Grammar.Use.REFUSED || tag.group().contains(" " + attribute.name() + "=")) {
                continue;
            }
            String value = attribute.isNumber()
                    ? "7"
                    : attribute.values().isEmpty() ? "x" : attribute.values().getFirst();
            String with = new StringBuilder(text)
                    .insert(tag.start(1), " " + attribute.name() + "=\"" + value + "\"")
                    .toString();

            try {
                CatalogExample.read(with);
            } catch (EngineException e) {
                // two ways to say one thing, or a name that means nothing; not an attribute that nobody knows
                assertThat(e).as(attribute.name()).hasMessageNotContaining("unknown");
            }
        }
    }

    @Test
    void theValidatorRefusesWhatTheReaderRefuses() {
        for (String wrong : List.of(
                "<Schema name='S'><Bogus/></Schema>",
                "<Schema name='S'><Cube name='C' cashe='x'><Table name='f'/></Cube></Schema>",
                "<Schema name='S'><Dimension name='D'><Hierarchy hasAll='maybe'/></Dimension></Schema>",
                "<Schema/>")) {
            assertThatCode(() -> CatalogExample.read(wrong)).isInstanceOf(EngineException.class);
            assertThatCode(() -> validate(wrong)).isInstanceOf(SAXException.class);
        }
    }

    @Test
    void theSchemaOfFoodMartIsValid() throws IOException {
        Path file = SharedFiles.find("conformance/foodmart/FoodMart.xml").orElse(null);
        assumeThat(file).isNotNull();

        assertThatCode(() -> validate(Files.readString(file))).doesNotThrowAnyException();
    }

    @Test
    void thePageIsCurrent() throws IOException {
        Path page = SharedFiles.repository().resolve("docs/catalog.md");
        String text = Files.readString(page);
        String current = text.substring(0, text.indexOf(MARK) + MARK.length()) + CatalogPage.markdown(Grammar.CATALOG);
        if (WRITE) {
            Files.writeString(page, current);
        }

        assertThat(page)
                .as("docs/catalog.md; run this test with -Dsurefire.args=-Dshapan.docs=write")
                .hasContent(current);
    }

    private void validate(String text) throws SAXException, IOException {
        schema.newValidator().validate(new StreamSource(new StringReader(text)));
    }
}
