package org.shapan.warehouse.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shapan.warehouse.feed.Profile;

/**
 * D06: numbers that an organisation bought in one month with one document. It pays the first bills three months late, and
 * all of them: fresh, of one document and in arrears, yet not malicious.
 */
final class OrganisationNumbers implements Story {

    private static final int NUMBERS = 60;
    private static final int NUMBERS_SMALL = 20;
    private static final int LATE = 3;

    @Override
    public String type() {
        return "D06";
    }

    @Override
    public int count(Profile profile) {
        return 1;
    }

    @Override
    public Optional<GroundTruth> plant(AnomalyPlan plan, int nth, Stream stream) {
        int start = AnomalyPlan.start(LATE + 1, stream);
        Customers base = plan.base().customers();
        List<Integer> bought = new ArrayList<>();
        for (int i = 0; i < base.count; i++) {
            if (base.activation[i] == start
                    && base.group[i] < 0
                    && base.atEnd(i, start + LATE)
                    && plan.fees()[start + 2][i] > 0) {
                bought.add(i);
            }
        }
        int wanted = plan.province().profile() == Profile.CI ? NUMBERS_SMALL : NUMBERS;
        while (bought.size() > wanted) {
            bought.remove(stream.below(bought.size()));
        }
        String document = "O%09d".formatted(nth);
        for (int i : bought) {
            plan.identities().assign(i, document, -1, 0);
            plan.payments().pay(i, start, start + LATE);
            plan.payments().pay(i, start + 1, start + LATE);
            plan.payments().pay(i, start + 2, start + 2);
        }
        return Optional.of(GroundTruth.of(
                this,
                nth,
                new Entity("document", document, "company", "document=" + document),
                new Span(start, start + LATE),
                Map.of("numbers", bought.size()),
                List.of(),
                bought.stream().map(plan.customers()::number).toList()));
    }
}
