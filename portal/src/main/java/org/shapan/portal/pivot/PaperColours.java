package org.shapan.portal.pivot;

import java.awt.Color;
import java.util.Locale;
import org.shapan.portal.pivot.format.Light;

/** The light theme's tints (guide 2) for what leaves the screen: pages and workbooks, which read no style sheets. */
final class PaperColours {
    /** Behind figures, as long as they are large. */
    static final Color BAR = new Color(0xE8EFF8);
    /** Of the largest or least figures. */
    static final Color EXTREME = new Color(0xC9DBF0);
    /** Of a trend, and its last point. */
    static final Color LINE = new Color(0x616972);

    static final Color POINT = new Color(0x1F5A9E);
    /** Steps of the sequential ramp that dark text can be read on. */
    private static final int[] STEPS = {0xF3F6FA, 0xE3EBF5, 0xD3E0F0, 0xBBD0E8, 0xA3C0E0, 0x8BB1D7, 0x7AA4D0};

    private PaperColours() {}

    static Color tint(Light light) {
        return new Color(
                switch (light) {
                    case RED -> 0xFBE9E6;
                    case YELLOW -> 0xFCF1D6;
                    case GREEN -> 0xE8F3EC;
                });
    }

    /** @param step from 1 */
    static Color step(int step) {
        return new Color(STEPS[step - 1]);
    }

    /** As a workbook names it. */
    static String hex(Color colour) {
        return String.format(Locale.ROOT, "%06X", colour.getRGB() & 0xFFFFFF);
    }
}
