package org.shapan.reports.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shapan.reports.template.TemplateParameter.Kind;

class TemplateCatalogTest {
    private final TemplateCatalog catalog = TemplateCatalog.bundled();

    @Test
    void theReportsAreThereInTheOrderOfTheirIds() {
        assertThat(catalog.all()).extracting(Template::id).isSorted().contains("R03", "R06");
        assertThat(catalog.find("R99")).isEmpty();
    }

    @Test
    void aPromptSaysWhatItTakes() {
        Template r03 = catalog.find("R03").orElseThrow();

        assertThat(r03.parameters())
                .containsExactly(
                        new TemplateParameter(
                                "branch", Kind.MEMBER, "Operations", "[Area].[Managed].[Branch]", true, false),
                        new TemplateParameter(
                                "month", Kind.MEMBER, "Operations", "[Time].[Calendar].[Month]", false, true));
        assertThat(r03.caption(r03.parameters().getFirst(), Locale.CHINA)).isEqualTo("分公司");
        assertThat(r03.caption(r03.parameters().getFirst(), Locale.UK)).isEqualTo("Branch");
    }

    @Test
    void everyChineseTextHasAnEnglishOne() {
        for (Template template : catalog.all()) {
            Texts english = Texts.of(template.id(), Locale.ENGLISH);
            Matcher chinese = Pattern.compile("\\p{IsHan}").matcher("");

            assertThat(english.keySet())
                    .as(template.id())
                    .noneMatch(key -> chinese.reset(english.getString(key)).find());
        }
    }
}
