package org.shapan.portal.board;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.FilterChip;

/** The filters that boards have in common, in their fixed order: period, area, brand (guide 11). */
public final class ScopeFilters {
    private final Words words;
    private final Figures figures;

    public ScopeFilters(Words words, Figures figures) {
        this.words = requireNonNull(words, "words is null");
        this.figures = requireNonNull(figures, "figures is null");
    }

    /** @param listener hears the period of the chosen month, null for the latest */
    public Component period(List<YearMonth> months, YearMonth shown, YearMonth latest, Consumer<String> listener) {
        FilterChip<YearMonth> chip = new FilterChip<>(
                words.get("board.period"), figures::month, month -> listener.accept(period(month, latest)));
        chip.show(months, shown, latest);
        return chip;
    }

    /** A month as it stands in a URL; null for the latest one, which is the default. */
    public static String period(YearMonth month, YearMonth latest) {
        return month.equals(latest) ? null : CalendarMonths.name(month);
    }

    /**
     * @param top unique name of the default
     * @param listener hears the unique name of the chosen area
     */
    public Component area(List<Choice> areas, String shown, String top, Consumer<String> listener) {
        FilterChip<Choice> chip =
                new FilterChip<>(words.get("board.area"), Choice::name, choice -> listener.accept(choice.uniqueName()));
        Choice chosen = choice(areas, shown);
        chip.show(areas, chosen, shown.equals(top) ? chosen : new Choice(top, ""));
        return chip;
    }

    /**
     * @param shown unique name; null for all brands
     * @param listener hears the unique name of the chosen brand, null for all
     */
    public Component brand(List<Choice> brands, String shown, Consumer<String> listener) {
        FilterChip<Choice> chip = new FilterChip<>(
                words.get("board.brand"), Choice::name, choice -> listener.accept(choice.uniqueName()));
        Choice all = new Choice(null, words.get("board.brand.all"));
        List<Choice> choices = new ArrayList<>(List.of(all));
        choices.addAll(brands);
        chip.show(choices, shown == null ? all : choice(choices, shown), all);
        return chip;
    }

    private static Choice choice(List<Choice> choices, String uniqueName) {
        return choices.stream()
                .filter(choice -> Objects.equals(choice.uniqueName(), uniqueName))
                .findFirst()
                .orElse(new Choice(uniqueName, uniqueName));
    }
}
