package org.shapan.portal.pivot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A query in the shape Saiku 3 saves, with what a pivot has and what it has not. */
class SaikuImportTest {
    private static final String QUERY = """
            {"queryModel":{"axes":{
              "FILTER":{"location":"FILTER","filters":[],"sortOrder":null,"hierarchies":[
                {"name":"[Brand].[Brand]","levels":{"Brand":{"name":"Brand","filters":[],
                  "selection":{"type":"INCLUSION","members":[
                    {"name":"One","uniqueName":"[Brand].[Brand].[One]"},
                    {"name":"Else","uniqueName":"[Other].[Else]"}]}}},"cmembers":{}}],"nonEmpty":false},
              "COLUMNS":{"location":"COLUMNS","filters":[],"sortOrder":"DESC","hierarchies":[],"nonEmpty":true},
              "ROWS":{"location":"ROWS","filters":[],"sortOrder":null,"hierarchies":[
                {"name":"[Area.Managed]","levels":{
                  "Branch":{"name":"Branch","filters":[],"selection":{"type":"INCLUSION","members":[]}},
                  "Micro":{"name":"Micro","filters":[],"selection":{"type":"EXCLUSION","members":[]}}},"cmembers":{}},
                {"name":"[Store].[Store]","levels":{}}],"nonEmpty":true}},
              "visualTotals":false,
              "details":{"axis":"COLUMNS","location":"BOTTOM","measures":[
                {"name":"Sales","uniqueName":"[Measures].[Sales]","type":"EXACT"},
                {"name":"Cost","uniqueName":"[Measures].[Cost]","type":"EXACT"}]},
              "calculatedMeasures":[{"name":"Profit","uniqueName":"[Measures].[Profit]"}],"calculatedMembers":[]},
             "cube":{"uniqueName":"[c].[s].[s].[Shop]","name":"Shop"},"parameters":{},"type":"QUERYMODEL"}
            """;

    @Test
    void axesMeasuresAndSelectionsAreCarriedOver() {
        SaikuImport saiku = SaikuImport.parse(QUERY);
        PivotModel model = saiku.read(Fixture.fields()).model();

        assertThat(saiku.cube()).isEqualTo("Shop");
        assertThat(model.rows()).containsExactly(AxisField.of("[Area].[Managed]", "[Area].[Managed].[Branch]"));
        assertThat(model.measures()).containsExactly("[Measures].[Sales]");
        assertThat(model.filters().getFirst().picked()).containsExactly("[Brand].[Brand].[One]");
        assertThat(model.hideEmpty()).isTrue();
    }

    @Test
    void whatCouldNotBeCarriedOverIsReported() {
        assertThat(SaikuImport.parse(QUERY).read(Fixture.fields()).left())
                .containsExactlyInAnyOrder(
                        new SaikuImport.Left("measure", "[Measures].[Cost]"),
                        new SaikuImport.Left("deeper", "Micro"),
                        new SaikuImport.Left("hierarchy", "[Store].[Store]"),
                        new SaikuImport.Left("sort", "COLUMNS"),
                        new SaikuImport.Left("member", "[Other].[Else]"),
                        new SaikuImport.Left("calculated", "[Measures].[Profit]"));
    }

    @Test
    void anotherFileIsRefusedWithWhatItLacks() {
        assertThatThrownBy(() -> SaikuImport.parse("<xml/>")).hasMessageContaining("not JSON");
        assertThatThrownBy(() -> SaikuImport.parse("{}")).hasMessage("no cube.name");
    }
}
