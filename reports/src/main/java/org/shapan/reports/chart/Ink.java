package org.shapan.reports.chart;

import java.awt.Color;
import org.shapan.reports.insight.ReportState;

/** Colours of the light theme, the same values as the portal's tokens. */
final class Ink {
    static final Color TEXT = new Color(0x1b2026);
    static final Color LABEL = new Color(0x4f5760);
    static final Color HINT = new Color(0x616972);
    static final Color GRID = new Color(0xeeebe4);
    static final Color AXIS = new Color(0xcdc7bb);
    static final Color PRIMARY = new Color(0x1f5a9e);
    static final Color EXPECT = new Color(0x8f8468);
    static final Color BAND = new Color(0xe9e3d5);
    static final Color DECREASE = new Color(0xb98045);
    static final Color PREVIOUS = new Color(0xb9b3a6);
    static final Color FESTIVAL = new Color(0xf5f0e4);
    static final Color RED = new Color(0xc8372d);
    static final Color YELLOW = new Color(0xb87a00);
    static final Color GREEN = new Color(0x2a8a5c);
    static final Color GREY = new Color(0x7d7a73);

    private Ink() {}

    /** Fill of a state's shape; the primary blue for a figure that is not judged. */
    static Color ofPoint(ReportState state) {
        return switch (state) {
            case RED -> RED;
            case YELLOW -> YELLOW;
            case GREEN -> GREEN;
            case NONE -> PRIMARY;
        };
    }
}
