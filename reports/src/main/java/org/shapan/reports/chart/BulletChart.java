package org.shapan.reports.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** Target bullets: a bar for the completion, an ink tick where time stands, the shape of the state at the end (style guide §7). */
final class BulletChart extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final float TEXT = 8.25f;
    private static final double ROOM_FOR_VALUE = 46;

    /**
     * @param value completion, 1 = the whole target
     * @param tick where it should be by time
     */
    record Bullet(String label, double value, double tick, StateMark mark) {}

    private final transient List<Bullet> bullets;

    BulletChart(List<Bullet> bullets) {
        this.bullets = List.copyOf(bullets);
    }

    @Override
    void draw(Pen pen, double width, double height) {
        if (bullets.isEmpty()) {
            return;
        }
        double labels = bullets.stream()
                .mapToDouble(b -> pen.width(b.label(), TEXT))
                .max()
                .orElse(0);
        double left = Math.min(labels, width * 0.4) + 8;
        double room = width - left - ROOM_FOR_VALUE;
        double largest = bullets.stream()
                .mapToDouble(b -> Math.max(b.value(), b.tick()))
                .max()
                .orElse(1);
        double slot = height / bullets.size();
        for (int i = 0; i < bullets.size(); i++) {
            Bullet bullet = bullets.get(i);
            double middle = slot * (i + 0.5);
            pen.g().setColor(Ink.LABEL);
            pen.text(bullet.label(), left - 8, middle, TEXT, false, Anchor.END);
            pen.g().setColor(Ink.GRID);
            pen.g().fill(new Rectangle2D.Double(left, middle - 5, room, 10));
            pen.g().setColor(Ink.PRIMARY);
            double length = Math.max(0, bullet.value()) / largest * room;
            pen.g().fill(new Rectangle2D.Double(left, middle - 3, length, 6));
            pen.g().setColor(Ink.TEXT);
            pen.g().fill(new Rectangle2D.Double(left + bullet.tick() / largest * room - 1, middle - 7, 2, 14));
            String value =
                    String.format(Locale.ROOT, "%.1f%%", bullet.value() * 100).replace('-', '−');
            pen.text(value, width - 10, middle, TEXT, false, Anchor.END);
            if (bullet.mark() != null) {
                bullet.mark().drawAt(pen, width - 7, middle - 3.5, 7);
            }
        }
    }
}
