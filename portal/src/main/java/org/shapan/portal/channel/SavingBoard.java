package org.shapan.portal.channel;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.shapan.portal.board.Choice;
import org.shapan.portal.board.ScopedBoard;

/**
 * Everything in the simulator, as numbers.
 *
 * @param months to choose from, latest first
 * @param areas to choose from
 * @param path areas from the top of what the person may see to the one whose transactions are moved
 */
record SavingBoard(
        SavingState state,
        YearMonth month,
        List<YearMonth> months,
        List<Choice> areas,
        List<Choice> path,
        Saving saving)
        implements ScopedBoard {
    private static final double PERCENT = 100;

    SavingBoard {
        requireNonNull(state, "state is null");
        requireNonNull(month, "month is null");
        requireNonNull(saving, "saving is null");
        months = List.copyOf(months);
        areas = List.copyOf(areas);
        path = List.copyOf(path);
    }

    /** Nothing can be moved. */
    @Override
    public boolean isEmpty() {
        return from().isEmpty();
    }

    /** The same figures with something else moved. */
    SavingBoard with(SavingState other) {
        return new SavingBoard(other, month, months, areas, path, saving);
    }

    List<Saving.Business> asked() {
        return saving.asked(state.business());
    }

    /** The origin asked for, or the one whose move saves most; empty where nothing can be moved. */
    Optional<Saving.Type> from() {
        return saving.type(state.from()).or(() -> saving.origin(asked()));
    }

    /** The target asked for, or the best one. */
    Optional<Saving.Type> to() {
        return from().flatMap(from -> saving.targets(asked(), from).stream()
                .filter(type -> type.name().equals(state.to()))
                .findFirst()
                .or(() -> saving.best(asked(), from)));
    }

    double share() {
        return state.share() / PERCENT;
    }
}
