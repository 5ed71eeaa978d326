package org.shapan.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shapan.engine.api.EngineException;
import org.shapan.engine.api.OlapErrorCode;
import org.shapan.engine.api.Region;

/** Reading: what is understood, what is refused, and that every error tells its place. */
class CatalogReaderTest {
    private static final String CUBE =
            "<Cube name='C'><Table name='f'/><Measure name='M' column='m' aggregator='sum'/></Cube>";

    private static CatalogDefinition read(String text) {
        return reader(Map.of()).read("c.xml", text);
    }

    private static CatalogReader reader(Map<String, String> files) {
        return new CatalogReader(CatalogLimits.DEFAULTS, file -> {
            String text = files.get(file);
            if (text == null) {
                throw new UncheckedIOException(new IOException("no such file"));
            }
            return text;
        });
    }

    private static CatalogDefinition schema(String body) {
        return read("<Schema name='S' xmlns:sp='https://shapan.org/catalog/1'>" + body + "</Schema>");
    }

    private static EngineException failure(String text) {
        EngineException e = catchThrowableOfType(EngineException.class, () -> read(text));
        assertThat(e).as(text).isNotNull();
        assertThat(e.region()).as(e.getMessage()).isPresent();
        assertThat(e.getMessage()).startsWith("c.xml: ");
        return e;
    }

    @Test
    void placesAreThoseOfTheFile() {
        CatalogDefinition catalog =
                read("<?xml version='1.0'?>\n<Schema name='S'>\n  <!-- a\n comment -->\n  " + CUBE + "\n</Schema>");

        assertThat(catalog.cubes().get(0).place()).isEqualTo(new Place("c.xml", new Region(5, 3, 5, 17)));
        assertThat(catalog.cubes().get(0).measures().get(0).place().region().column())
                .isEqualTo(35);
    }

    @Test
    void lineEndsOfWindowsDoNotShiftPlaces() {
        CatalogDefinition catalog = read("<Schema name='S'>\r\n\r\n  " + CUBE + "\r\n</Schema>");

        assertThat(catalog.cubes().get(0).place().region().line()).isEqualTo(3);
        assertThat(catalog.cubes().get(0).place().region().column()).isEqualTo(3);
    }

    @Test
    void formulasTellWhereTheirTextBegins() {
        CubeDefinition cube = schema(
                        "<Cube name='C'><Table name='f'/>\n<CalculatedMember name='A' dimension='Measures'>\n"
                                + "<Formula><![CDATA[\n  1 + 2 ]]></Formula></CalculatedMember>\n"
                                + "<CalculatedMember name='B' dimension='Measures' formula='3'/></Cube>")
                .cubes()
                .get(0);

        assertThat(cube.calculatedMembers().get(0).formula().text()).isEqualTo("1 + 2");
        assertThat(cube.calculatedMembers().get(0).formula().place().region()).isEqualTo(new Region(4, 3, 4, 3));
        assertThat(cube.calculatedMembers().get(1).formula().place().region().column())
                .isEqualTo(58);
    }

    @Test
    void ourNamespaceIsRead() {
        CatalogDefinition catalog = read("""
                <Schema name='S' xmlns:own='https://shapan.org/catalog/1' own:naming='ssas'>
                  <Dimension name='D' caption='Dee'><own:Caption locale='zh'>维</own:Caption><own:Description locale='zh'>描述</own:Description>
                    <Hierarchy allMemberCaption='All'><own:AllMemberCaption locale='zh'>全部</own:AllMemberCaption><Table name='t'/>
                      <Level name='L' column='c' captionColumn='en'><own:CaptionColumn locale='zh' column='zh'/></Level></Hierarchy></Dimension>
                  <Cube name='C'><Table name='f'/>
                    <Measure name='M' column='m' aggregator='sum' own:aggregation='last' own:folder='A\\B'/></Cube>
                </Schema>""");

        assertThat(catalog.naming()).isEqualTo(Naming.SSAS);
        DimensionDefinition dimension = catalog.dimensions().get(0);
        assertThat(dimension.presentation().captions()).containsOnly(Map.entry("", "Dee"), Map.entry("zh", "维"));
        assertThat(dimension.presentation().descriptions()).containsEntry("zh", "描述");
        HierarchyDefinition hierarchy = dimension.hierarchies().get(0);
        assertThat(hierarchy.allMemberCaptions()).containsOnly(Map.entry("", "All"), Map.entry("zh", "全部"));
        assertThat(hierarchy.levels().get(0).captionColumns()).containsOnlyKeys("zh");
        MeasureDefinition measure = catalog.cubes().get(0).measures().get(0);
        assertThat(measure.timeAggregation()).isEqualTo("last");
        assertThat(measure.presentation().folder()).isEqualTo("A\\B");
    }

    @Test
    void partsOfDisplayFoldersHaveCaptionsByLanguage() {
        CatalogDefinition catalog =
                schema("<sp:Folder name='By line'><sp:Caption locale='zh'>按业务</sp:Caption></sp:Folder>"
                        + "<sp:Folder name='Sums' caption='All sums'/>" + CUBE);

        assertThat(catalog.folder("Sums\\By line\\Other", Locale.CHINESE)).isEqualTo("All sums\\按业务\\Other");
        assertThat(catalog.folder("Sums\\By line", Locale.ENGLISH)).isEqualTo("All sums\\By line");
        assertThat(failure(
                        "<Schema name='S' xmlns:sp='https://shapan.org/catalog/1'><sp:Folder name='A'/><sp:Folder name='A'/>"
                                + CUBE + "</Schema>"))
                .hasMessageContaining("the folder 'A' has its captions already");
    }

    @Test
    void includesAreMerged() {
        CatalogDefinition catalog = reader(Map.of(
                        "parts/d.xml",
                        "<Schema name='x'><Dimension name='D'><Hierarchy><Table name='t'/>"
                                + "<Level name='L' column='c'/></Hierarchy></Dimension></Schema>"))
                .read(
                        "c.xml",
                        "<Schema name='S' xmlns:sp='https://shapan.org/catalog/1'><sp:Include file='parts/d.xml'/>"
                                + CUBE + "</Schema>");

        assertThat(catalog.dimensions().get(0).place().file()).isEqualTo("parts/d.xml");
        assertThat(catalog.cubes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.xml", "/etc/passwd", "a/../../x.xml"})
    void includesStayBelowTheCatalog(String file) {
        EngineException e = failure(
                "<Schema name='S' xmlns:sp='https://shapan.org/catalog/1'><sp:Include file='" + file + "'/></Schema>");

        assertThat(e.code()).isEqualTo(OlapErrorCode.CATALOG_REFUSED);
    }

    @Test
    void aFileThatIsNotThereSaysSo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("c.xml");

        assertThatThrownBy(() -> CatalogReader.read(file))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(OlapErrorCode.CONNECTION))
                .hasMessageContaining("c.xml");

        Files.writeString(file, "<Schema name='S'>" + CUBE + "</Schema>");
        assertThat(CatalogReader.read(file).name()).isEqualTo("S");
    }

    @Test
    void unknownAttributesAreErrorsThatKnowBetter() {
        EngineException e =
                failure("<Schema name='S'>\n  <Cube name='C' defaultMeasur='M'><Table name='f'/></Cube></Schema>");

        assertThat(e.code()).isEqualTo(OlapErrorCode.CATALOG_INVALID);
        assertThat(e)
                .hasMessageContaining("unknown attribute 'defaultMeasur' of <Cube>. Did you mean 'defaultMeasure'?");
        assertThat(e.region().orElseThrow()).isEqualTo(new Region(2, 33, 2, 33));
    }

    @Test
    void whatHasNoEffectIsListed() {
        CatalogDefinition catalog = schema("<Cube name='C' cache='false'><Table name='f'/>,"
                + "<Dimension name='D' foreignKey='d' highCardinality='true'><Hierarchy primaryKey='d'><Table name='t'/><Level name='L' column='c'/>"
                + "</Hierarchy></Dimension></Cube>");

        assertThat(catalog.ignored())
                .extracting(Notice::text)
                .containsExactlyInAnyOrder(
                        "attribute 'cache' of <Cube> has no effect: cells are kept in one cache of bounded size, and only while their"
                                + " data version is read",
                        "attribute 'highCardinality' of <Dimension> has no effect: a level loads when it is first asked for, whatever"
                                + " its size",
                        "text in <Cube> has no effect: ','");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<Schema/> | needs the attribute 'name'",
                "<Catalog name='S'/> | begins with <Schema>",
                "<Schema name='S'><Cube name='C'/></Schema> | needs one <Table>",
                "<Schema name='S'><Bogus/></Schema> | unknown element <Bogus> in <Schema>",
                "<Schema name='S'><Cubes name='C'/></Schema> | unknown element <Cubes> in <Schema>. Did you mean 'Cube'?",
                "<Schema name='S'><Cube name='C'><Table name='f'/><Measure name='M' column='m' aggregator='median'/></Cube></Schema> | must be one of",
                "<Schema name='S'><Cube name='C'><Table name='f'/><Measure name='M' aggregator='sum'/></Cube></Schema> | needs the attribute 'column'",
                "<Schema name='S'><Dimension name='D'><Hierarchy hasAll='maybe'><Table name='t'/><Level name='L' column='c'/></Hierarchy></Dimension></Schema> | must be true or false",
                "<Schema name='S'><Dimension name='D'><Hierarchy><Table name='t'/></Hierarchy></Dimension></Schema> | has no <Level>",
                "<Schema name='S'><Dimension name='D'><Hierarchy><Table name='t'/><Level name='L'/></Hierarchy></Dimension></Schema> | <KeyExpression>",
                "<Schema name='S'><Dimension name='D'/></Schema> | needs a <Hierarchy>",
                "<Schema name='S'><Cube name='C'><Table name='f'/></Cube><Cube name='c'><Table name='f'/></Cube></Schema> | already a cube 'c'",
                "<Schema name='S'><Role name='R'><Union><RoleUsage roleName='x'/></Union><SchemaGrant access='all'/></Role></Schema> | not both",
                "<Schema name='S'><Role name='R'><SchemaGrant access='some'/></Role></Schema> | must be one of",
                "<Schema name='S' | not well-formed XML",
                "not xml | not well-formed XML",
                "`` | not well-formed XML",
            })
    void faultsAreToldWithTheirPlace(String text, String message) {
        assertThat(failure(text).code()).isEqualTo(OlapErrorCode.CATALOG_INVALID);
        assertThat(failure(text)).hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Schema name='S'><UserDefinedFunction name='F' className='x.Y'/></Schema>",
                "<Schema name='S'><Dimension name='D'><Hierarchy memberReaderClass='x.Y'><Table name='t'/><Level name='L' column='c'/></Hierarchy></Dimension></Schema>",
                "<Schema name='S'><Dimension name='D'><Hierarchy><Table name='t'/><Level name='L' column='c' formatter='x.Y'/></Hierarchy></Dimension></Schema>",
                "<Schema name='S'><Dimension name='D'><Hierarchy><Table name='t'/><Level name='L' column='c'><MemberFormatter><Script>1</Script></MemberFormatter></Level></Hierarchy></Dimension></Schema>",
                "<Schema name='S'><Cube name='C'><Table name='f'/><Measure name='M' column='m' aggregator='sum'><CellFormatter className='x.Y'/></Measure></Cube></Schema>"
            })
    void userWrittenCodeIsRefused(String text) {
        EngineException e = failure(text);

        assertThat(e.code()).isEqualTo(OlapErrorCode.CATALOG_REFUSED);
        assertThat(e).hasMessageContaining("user-written code is not run");
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        assertThat(failure("<!DOCTYPE Schema [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<Schema name='&x;'/>")
                        .code())
                .isEqualTo(OlapErrorCode.CATALOG_REFUSED);
        assertThat(failure("<!DOCTYPE Schema SYSTEM 'http://127.0.0.1:9/x.dtd'>\n<Schema name='S'/>")
                        .code())
                .isEqualTo(OlapErrorCode.CATALOG_REFUSED);
        failure("<Schema name='S'>&unknown;</Schema>");
    }

    @Test
    void sizeAndDepthAreLimited() {
        CatalogReader small = new CatalogReader(new CatalogLimits(2_000, 5, 20, 2), file -> "");

        assertThatThrownBy(() -> small.read("c.xml", "<Schema name='" + "x".repeat(3_000) + "'/>"))
                .hasMessageContaining("catalog.maxCharacters");
        assertThatThrownBy(() -> small.read("c.xml", "<a>".repeat(6) + "</a>".repeat(6)))
                .hasMessageContaining("catalog.maxDepth");
        assertThatThrownBy(() -> small.read("c.xml", "<a>" + "<b/>".repeat(30) + "</a>"))
                .hasMessageContaining("catalog.maxElements");
    }

    @Test
    void theLastRoleOfANameCounts() {
        CatalogDefinition catalog = schema(
                "<Role name='R'><SchemaGrant access='all'/></Role><Role name='R'><SchemaGrant access='none'/></Role>");

        assertThat(catalog.roles()).hasSize(1);
        assertThat(catalog.roles().get(0).grants().get(0).access()).isEqualTo(RoleDefinition.Access.NONE);
        assertThat(catalog.ignored()).hasSize(1);
    }
}
