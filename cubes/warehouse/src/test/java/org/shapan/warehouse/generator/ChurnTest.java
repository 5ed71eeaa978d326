package org.shapan.warehouse.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChurnTest {

    private final Churn churn = new Churn();

    @Test
    void settledTenuresLeaveAtTheBrandsRate() {
        for (int brand = 0; brand < Brands.COUNT; brand++) {
            double[] tenures = churn.tenures(brand);
            double left = 0;
            double all = 0;
            for (int t = 0; t < tenures.length; t++) {
                left += tenures[t] * churn.hazard(brand, t + 1);
                all += tenures[t];
            }
            assertThat(left / all).isCloseTo(Brands.CHURN[brand], within(1e-6));
        }
    }

    @Test
    void youngCustomersLeaveThreeTimesAsOftenAsOldOnes() {
        assertThat(churn.hazard(Brands.MZONE, 2) / churn.hazard(Brands.MZONE, 48))
                .isCloseTo(3, within(1e-9));
    }
}
