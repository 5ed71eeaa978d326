package org.shapan.reports.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shapan.reports.template.TemplateFault.Reason;

/** What a folder of templates may hold, with the compiler and the layouts that are there. */
class TemplateFolderTest {
    private static final String GOOD = resource("X01.jrxml");
    /** An expression of the good template, in the place of which others are put. */
    private static final String PLACE = "$P{F}.number($F{value}, 0)";

    @TempDir
    private Path folder;

    private TemplateCatalog catalog;

    @BeforeEach
    void make() throws IOException {
        Files.writeString(folder.resolve("X01.properties"), resource("X01.properties"));
        Files.writeString(folder.resolve("X01_en.properties"), resource("X01_en.properties"));
        catalog = TemplateCatalog.with(folder);
    }

    @Test
    void aTemplateOfTheFolderIsOfferedBesideThoseOfTheBuild() throws IOException {
        assertThat(faults(GOOD)).isEmpty();

        Template x01 = catalog.find("X01").orElseThrow();
        assertThat(x01.title(Locale.CHINA)).isEqualTo("自制分公司表");
        assertThat(x01.title(Locale.UK)).isEqualTo("Own branch table");
        assertThat(catalog.find("R03")).isPresent();
        assertThat(catalog.isOfFolder("X01")).isTrue();
        assertThat(catalog.isOfFolder("R03")).isFalse();
    }

    @Test
    void everyTemplateOfTheBuildKeepsTheRulesOfTheFolder() throws IOException {
        Path build = Path.of("src/main/resources/org/shapan/reports/template");
        for (Template template : catalog.all()) {
            if (template.pivot().isPresent()) {
                continue;
            }
            JrxmlCheck check =
                    new JrxmlCheck(template.id(), template.id(), catalog.parts().names());
            assertThat(check.faults(Files.readAllBytes(build.resolve(template.id() + ".jrxml"))))
                    .as(template.id())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.getenv(\"PATH\")",
                "Runtime.getRuntime().exec(\"id\").toString()",
                "java.lang.Runtime.getRuntime()",
                "new java.io.File(\"/etc/passwd\").toString()",
                "new java.net.URL(\"http://localhost/\").toString()",
                "java.nio.file.Files.readString(java.nio.file.Path.of(\"/etc/passwd\"))",
                "Class.forName(\"java.lang.Runtime\").toString()",
                "$P{F}.getClass().getClassLoader().toString()",
                "\"\".getClass().forName(\"java.lang.Runtime\").toString()",
                "Boolean.TRUE.getClass().toString()",
                "org.shapan.reports.insight.ReportState.RED.getClass().toString()",
                "org.shapan.reports.insight.ReportState.class.toString()",
                "Boolean.class.getName()",
                "String.format(\"%999999999d\", 1)",
                "\"x\".repeat(2000000000)",
                "$P{F}. getClass ().toString()",
                "$P{F}./**/getClass().toString()",
                "$P{F}.// \n getClass().toString()",
                "\\u0053ystem.exit(1)",
                "\"a\\u0022+System.getenv(\\u0022PATH\\u0022)+\\u0022\"",
                "\"$R{ + System.exit(1) + }\"",
                "\"$F{value} and more\"",
                "$R{a\") + System.getenv(\"PATH\") + str(\"b}",
                "$P{REPORT_CONTEXT}.toString()",
                "$P{REPORT_PARAMETERS_MAP}.get(\"REPORT_CLASS_LOADER\").toString()",
                "$P{REPORT_CLASS_LOADER}.toString()",
                "$P{JASPER_REPORTS_CONTEXT}.toString()",
                "$P{REPORT_CONNECTION}.createStatement().toString()",
                "this.getClass().toString()",
                "this.toString()",
                "getClass().toString()",
                "evaluate(null, 1).toString()",
                "((java.lang.Object) $P{F}).getClass().toString()",
                "(java.lang.Runtime) null",
                "((Runnable) () -> {}).toString()",
                "java.util.List.of(1).stream().map(String::valueOf).toString()",
                "new Object() { int x = 1; }.toString()",
                "new java.lang.ProcessBuilder(\"id\").start().toString()",
                "$P{F} instanceof java.lang.Runnable ? \"a\" : \"b\"",
                "$P{DATA}.getClass().toString()",
                "$F{caption}.chars().toString()",
                "\"\"\"\nSystem.exit(1)\"\"\".toString()",
                "\"\" + (System.out = null)",
                "\"a\"; System.exit(1)",
                "\uFFFC",
            })
    void anExpressionReachesNothingElse(String attack) throws IOException {
        assertThat(faults(with(attack))).extracting(TemplateFault::reason).contains(Reason.EXPRESSION);
        assertThat(catalog.find("X01")).isEmpty();
        assertThat(catalog.find("R03")).isPresent();
    }

    @Test
    void aFaultNamesItsPlaceAndWhatToDo() throws IOException {
        String jrxml = with("System.getenv(\"PATH\")");
        int line =
                (int) jrxml.substring(0, jrxml.indexOf("System.getenv")).lines().count();

        TemplateFault fault = faults(jrxml).getFirst();

        assertThat(fault.place()).isEqualTo("X01.jrxml:" + line);
        assertThat(fault.problem(Locale.ENGLISH)).contains("System.getenv");
        assertThat(fault.problem(Locale.CHINA)).contains("不允许").contains("System.getenv");
        assertThat(fault.remedy(Locale.CHINA)).contains("文档");
        assertThat(catalog.faults()).contains(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "RESOURCE | `$P{PARTS}.report(\"foot\")` | `\"/tmp/evil.jasper\"`",
                "RESOURCE | `$P{PARTS}.report(\"foot\")` | `\"http://localhost/evil.jasper\"`",
                "RESOURCE | `$P{PARTS}.report(\"foot\")` | `$P{PARTS}.report(\"../../evil\")`",
                "RESOURCE | `org.shapan.reports.chart.StateMark.of($F{state})` | `\"http://169.254.169.254/latest\"`",
                "RESOURCE | `org.shapan.reports.chart.StateMark.of($F{state})` | `\"file:///etc/passwd\"`",
                "RESOURCE | `org.shapan.reports.chart.StateMark.of($F{state})` | `\"../../logo.png\"`",
                "RESOURCE | `org.shapan.reports.chart.StateMark.of($F{state})` | `\"missing.png\"`",
                "RESOURCE | `org.shapan.reports.chart.StateMark.of($F{state})` | `$F{caption}`",
                "RESOURCE | `org.shapan.reports.chart.StateMark.of($F{state})` | `org.shapan.reports.chart.StateMark.of($F{state}) == null ? \"http://a/\" : $F{caption}`",
                "RESOURCE | `\"org/shapan/reports/template/shapan.jrtx\"` | `\"http://localhost/evil.jrtx\"`",
                "ATTRIBUTE | ` whenNoDataType=` | ` scriptletClass=\"org.evil.Scriptlet\" whenNoDataType=`",
                "ATTRIBUTE | ` whenNoDataType=` | ` formatFactoryClass=\"org.evil.Formats\" whenNoDataType=`",
                "ATTRIBUTE | ` whenNoDataType=` | ` resourceBundle=\"org.evil\" whenNoDataType=`",
                "ATTRIBUTE | ` scaleImage=` | ` lazy=\"true\" scaleImage=`",
                "ATTRIBUTE | ` textAdjust=\"ScaleFont\"` | ` markup=\"html\"`",
                "LANGUAGE | `language=\"java\"` | `language=\"groovy\"`",
                "LANGUAGE | `language=\"mdx\"` | `language=\"csv\"`",
                "LANGUAGE | `language=\"mdx\"` | `language=\"sql\"`",
                "ELEMENT | `<dataset ` | `<scriptlet name=\"s\" class=\"org.evil.S\"/><dataset `",
                "ELEMENT | `<dataset ` | `<import>java.io.*</import><dataset `",
                "ELEMENT | `kind=\"line\"` | `kind=\"generic\"`",
                "PROPERTY | `<dataset ` | `<property name=\"net.sf.jasperreports.export.pdf.javascript\" value=\"app.alert(1)\"/><dataset `",
                "PROPERTY | `<dataset ` | `<property name=\"net.sf.jasperreports.data.adapter\" value=\"/tmp/a.xml\"/><dataset `",
                "PROPERTY | `<dataset ` | `<property name=\"shapan.view\" value=\"//evil.example/x\"/><dataset `",
                "PROPERTY | `<dataset ` | `<property name=\"shapan.view\" value=\"http://evil.example\"/><dataset `",
                "PROPERTY | `<dataset ` | `<property name=\"shapan.view\" value=\"areas?area=&quot;&gt;\"/><dataset `",
                "PROPERTY | `<dataset ` | `<property name=\"shapan.view\" value=\"areas?x=a%0d%0ab\"/><dataset `",
                "CLASS | `<field name=\"caption\" class=\"java.lang.String\">` | `<field name=\"caption\" class=\"java.net.URL\">`",
                "PARAMETER | `name=\"SAY\" forPrompting=\"false\"` | `name=\"SAY\"`",
                "PARAMETER | `<parameter name=\"branch\" class=\"org` | `<parameter name=\"REPORT_CONTEXT\" class=\"java.lang.Object\"/><parameter name=\"branch\" class=\"org`",
                "PARAMETER | `<parameter name=\"branch\" class=\"org` | `<parameter name=\"other\" forPrompting=\"false\" class=\"java.lang.String\"/><parameter name=\"branch\" class=\"org`",
                "FIELD | `rows.0.caption` | `rows.0.colour`",
                "FIELD | `$P{branch}.Children` | `$P!{branch}.Children`",
                "TEXT | `$R{nothing}` | `$R{no.such.text}`",
                "LAYOUT | `$F{caption}` | `$F{absent}`",
                "LAYOUT | `$P{F}.number($F{value}, 0)` | `$P{absent}`",
                "LAYOUT | `$P{F}.number($F{value}, 0)` | `$F{value}.length()`",
                "XML | `<dataset ` | `<dataset <`",
            })
    void whatIsNotInOrderIsNotOffered(Reason reason, String place, String put) throws IOException {
        assertThat(GOOD).contains(place);

        assertThat(faults(GOOD.replace(place, put)))
                .extracting(TemplateFault::reason)
                .contains(reason);

        assertThat(catalog.find("X01")).isEmpty();
    }

    @Test
    void noEntityIsRead() throws IOException {
        String jrxml =
                GOOD.replace("?>\n", "?>\n<!DOCTYPE jasperReport [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n");

        assertThat(faults(jrxml)).extracting(TemplateFault::reason).contains(Reason.XML);
    }

    @Test
    void noTemplateOfTheBuildIsReplaced() throws IOException {
        Files.writeString(folder.resolve("R03.jrxml"), GOOD);
        Files.writeString(folder.resolve("R03.properties"), resource("X01.properties"));
        Files.writeString(folder.resolve("R03_en.properties"), resource("X01_en.properties"));

        assertThat(faults(GOOD))
                .singleElement()
                .extracting(TemplateFault::template, TemplateFault::reason)
                .containsExactly("R03", Reason.BUILD_TEMPLATE);
        assertThat(catalog.find("R03").orElseThrow().title(Locale.CHINA)).isEqualTo("片区化管理分公司报告");
        assertThat(catalog.find("X01")).isPresent();
    }

    @Test
    void namesThatAreNoIdsAndLinksAreRefused(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("X02.jrxml"), GOOD);
        Files.createSymbolicLink(folder.resolve("X02.jrxml"), elsewhere.resolve("X02.jrxml"));
        Files.writeString(folder.resolve("...jrxml"), GOOD);
        Files.writeString(folder.resolve("report.jrxml"), GOOD);

        assertThat(faults(GOOD))
                .extracting(TemplateFault::file, TemplateFault::reason)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("X02.jrxml", Reason.FILE),
                        org.assertj.core.groups.Tuple.tuple("...jrxml", Reason.NAME),
                        org.assertj.core.groups.Tuple.tuple("report.jrxml", Reason.NAME));
        assertThat(catalog.find("X02")).isEmpty();
        assertThat(catalog.find("X01")).isPresent();
    }

    @Test
    void aCompiledFileIsNotRead() throws IOException {
        try (var compiled = TemplateCatalog.class.getResourceAsStream("R03.jasper")) {
            Files.write(folder.resolve("X09.jasper"), compiled.readAllBytes());
            Files.writeString(folder.resolve("X01.jasper"), "no class at all");
        }

        assertThat(faults(GOOD)).isEmpty();
        assertThat(catalog.find("X09")).isEmpty();
        assertThat(catalog.find("X01")).isPresent();
    }

    @Test
    void aMissingTextIsNamedInItsFile() throws IOException {
        Files.writeString(
                folder.resolve("X01_en.properties"),
                resource("X01_en.properties").replace("title=", "titel="));

        assertThat(faults(GOOD)).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("X01_en.properties");
            assertThat(fault.detail()).isEqualTo("title");
        });
    }

    @Test
    void aTemplateThatBecomesFaultyIsGoneAtTheNextReading() throws IOException {
        assertThat(faults(GOOD)).isEmpty();

        assertThat(faults(with("System.exit(1)"))).hasSize(1);
        assertThat(catalog.find("X01")).isEmpty();

        assertThat(faults(GOOD)).isEmpty();
        assertThat(catalog.find("X01")).isPresent();
    }

    private static String with(String expression) {
        assertThat(GOOD).contains(PLACE);
        return GOOD.replace(PLACE, expression);
    }

    private List<TemplateFault> faults(String jrxml) throws IOException {
        Files.writeString(folder.resolve("X01.jrxml"), jrxml);
        return catalog.reload(TemplateProbe.NONE);
    }

    private static String resource(String name) {
        try (var in = TemplateFolderTest.class.getResourceAsStream("/org/shapan/reports/folder/" + name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
