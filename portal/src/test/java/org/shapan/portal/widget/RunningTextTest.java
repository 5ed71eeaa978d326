package org.shapan.portal.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import org.junit.jupiter.api.Test;

/** Bold words and numbers of running text. */
class RunningTextTest {
    @Test
    void aNumberStandsInItsOwnElementWithItsPlaceWhereverTheLanguagePutsIt() {
        Div box = new Div();
        RunningText.write(
                box, "*" + RunningText.number(1, "−2.4%") + " less*: " + RunningText.number(0, "255.7 K") + " in all");

        assertThat(box.getElement().getOuterHTML().replaceAll("\\s*\\n\\s*", ""))
                .isEqualTo("<div><span class=\"b\"><span data-place=\"1\" class=\"asked\">−2.4%</span> less</span>: "
                        + "<span data-place=\"0\" class=\"asked\">255.7 K</span> in all</div>");
    }

    @Test
    void withoutItsMarksATextIsWhatAReaderReads() {
        assertThat(RunningText.plain("*Zhuhai* " + RunningText.number(7, "+3") + ", " + RunningText.number(0, "9")))
                .isEqualTo("Zhuhai +3, 9");
    }
}
