package org.shapan.reports.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** Stages of which each is a part of an earlier one: a pale bar for the whole, a blue one on it for the part, the ratio at the end. */
final class StageChart extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final float TEXT = 8.25f;
    private static final double ROOM_FOR_RATIO = 42;

    /** @param whole of which {@code part} is a part; 0 when the stage has none of its own, as the first of a funnel */
    record Stage(String label, double part, double whole) {}

    private final transient List<Stage> stages;
    private final boolean own;

    /** @param own every stage has a scale of its own (its whole); else all have that of the largest whole */
    StageChart(List<Stage> stages, boolean own) {
        this.stages = List.copyOf(stages);
        this.own = own;
    }

    @Override
    void draw(Pen pen, double width, double height) {
        if (stages.isEmpty()) {
            return;
        }
        double largest = stages.stream()
                .mapToDouble(s -> Math.max(s.part(), s.whole()))
                .max()
                .orElse(0);
        double slot = height / stages.size();
        double room = width - ROOM_FOR_RATIO;
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            double top = slot * i;
            double scale = Math.max(own ? Math.max(stage.whole(), stage.part()) : largest, 1e-9);
            pen.g().setColor(Ink.LABEL);
            pen.text(stage.label(), 0, top + slot * 0.26, TEXT, false, Anchor.START);
            pen.g().setColor(Ink.BAND);
            pen.g().fill(new Rectangle2D.Double(0, top + slot * 0.5, stage.whole() / scale * room, slot * 0.3));
            pen.g().setColor(Ink.PRIMARY);
            pen.g().fill(new Rectangle2D.Double(0, top + slot * 0.5, stage.part() / scale * room, slot * 0.3));
            pen.g().setColor(Ink.TEXT);
            String figures =
                    stage.whole() > 0 ? count(stage.part()) + " / " + count(stage.whole()) : count(stage.part());
            pen.text(figures, room, top + slot * 0.26, TEXT, false, Anchor.END);
            if (stage.whole() > 0) {
                String ratio = String.format(Locale.ROOT, "%.1f%%", stage.part() / stage.whole() * 100);
                pen.text(ratio, width, top + slot * 0.65, TEXT, true, Anchor.END);
            }
        }
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
