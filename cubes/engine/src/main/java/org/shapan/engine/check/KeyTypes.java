package org.shapan.engine.check;

import org.shapan.engine.star.Reference;

/** Key columns of different types, text here and numbers there: errors. Some databases refuse such a join, others find nothing. */
final class KeyTypes implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        for (Reference reference : subject.references()) {
            if (!reference.comparable()) {
                findings.error(
                        reference.place(),
                        reference.from().label() + " is " + reference.from().type() + " and refers to "
                                + reference.to().label() + ", which is "
                                + reference.to().type(),
                        "Join columns of one type, or convert one of them in a View");
            }
        }
    }
}
