package org.shapan.portal.channel;

import java.util.List;
import java.util.Optional;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.text.Figures;

/** Writes what the simulator answers, and what its numbers ask. */
final class SavingText {
    private final SavingBoard board;
    private final Words words;
    private final Figures figures;
    private final SavingQuestions questions;

    SavingText(SavingBoard board, Words words, Figures figures) {
        this.board = board;
        this.words = words;
        this.figures = figures;
        this.questions = new SavingQuestions(board, words, figures);
    }

    /** What would be moved and saved, then how that is reckoned. */
    List<String> answer(Saving.Type from, Saving.Type to, AskedText asked) {
        List<Saving.Business> businesses = board.asked();
        double moved = board.saving().moved(businesses, from, to, board.share());
        double saved = board.saving().saved(businesses, from, to, board.share());
        String money = figures.money(Math.abs(saved)).toString();
        String exact = figures.difference(saved, 2);
        String way = from.caption() + " → " + to.caption();
        return List.of(
                words.get(
                        saved < 0 ? "saving.answer.costs" : "saving.answer",
                        from.caption(),
                        to.caption(),
                        asked.number(figures.number(moved, 0), () -> questions.moved(businesses, from, to, 0)),
                        asked.number(money, () -> questions.saved(money, way, businesses, from, to))),
                words.get(
                        "saving.formula",
                        asked.number(figures.number(moved, 1), () -> questions.moved(businesses, from, to, 1)),
                        asked.number(figures.number(from.unitCost(), 2), () -> questions.unitCost(from)),
                        asked.number(figures.number(to.unitCost(), 2), () -> questions.unitCost(to)),
                        asked.number(exact, () -> questions.saved(exact, way, businesses, from, to))));
    }

    /** What a figure asks in the list of types that could take the transactions: unit cost, reference, moved, saving. */
    Optional<NumberQuestion> target(Saving.Type from, Saving.Type type, int column) {
        return switch (column) {
            case 1 -> Optional.of(questions.unitCost(type));
            case 2 ->
                UnitCostReference.of(type.name()).isPresent()
                        ? Optional.of(questions.reference(type))
                        : Optional.empty();
            case 3 -> Optional.of(questions.moved(board.asked(), from, type, 0));
            default -> Optional.of(saved(board.asked(), from, type, from.caption() + " → " + type.caption()));
        };
    }

    /** What a figure asks in the list of business types: transactions, saving. */
    Optional<NumberQuestion> business(Saving.Business business, Saving.Type from, Saving.Type to, int column) {
        if (column == 1) {
            return Optional.of(questions.here(business, from));
        }
        return business.isHandledBy(to)
                ? Optional.of(saved(List.of(business), from, to, business.caption()))
                : Optional.empty();
    }

    private NumberQuestion saved(List<Saving.Business> businesses, Saving.Type from, Saving.Type to, String what) {
        String shown = figures.number(board.saving().saved(businesses, from, to, board.share()), 0);
        return questions.saved(shown, what, businesses, from, to);
    }
}
