package org.shapan.portal.sp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.shapan.engine.api.MemberName;
import org.shapan.portal.customer.CustomerNumber;

/**
 * The paying users of a company or business code in a month.
 *
 * @param users by messages to them, the most first, ties by fee and number
 * @param complete false where there were more rows than a drill-through gives
 * @param statement the drill-through that gives them; empty where the role shows none
 * @param place members at which it stands
 */
public record SpUsers(List<User> users, boolean complete, String statement, List<MemberName> place) {
    /** The figures of a user. */
    public enum Figure {
        FEE(User::fee),
        MO(User::mo),
        MT(User::mt);

        private final ToDoubleFunction<User> value;

        Figure(ToDoubleFunction<User> value) {
            this.value = value;
        }

        double of(User user) {
            return value.applyAsDouble(user);
        }
    }

    /**
     * A user.
     *
     * @param brand caption, as tenure
     * @param hour in which most of the traffic was
     * @param fee information fee, yuan
     * @param mo messages sent
     * @param mt messages received
     */
    public record User(
            CustomerNumber number, String brand, String tenure, String hour, double fee, double mo, double mt) {
        /** One user with two codes: the hour is that of the code with more messages. */
        private User plus(User other) {
            return new User(
                    number,
                    brand,
                    tenure,
                    other.mt > mt ? other.hour : hour,
                    fee + other.fee,
                    mo + other.mo,
                    mt + other.mt);
        }
    }

    public SpUsers {
        users = List.copyOf(users);
        place = List.copyOf(place);
    }

    /** A user by number; empty where there is none. */
    Optional<User> find(CustomerNumber number) {
        return users.stream().filter(user -> user.number().equals(number)).findFirst();
    }

    /** @param rows one for each user and code */
    static SpUsers of(Collection<User> rows, boolean complete, String statement, List<MemberName> place) {
        Map<CustomerNumber, User> byNumber = new LinkedHashMap<>();
        rows.forEach(row -> byNumber.merge(row.number(), row, User::plus));
        List<User> users = new ArrayList<>(byNumber.values());
        users.sort(Comparator.comparingDouble(User::mt)
                .thenComparingDouble(User::fee)
                .reversed()
                .thenComparing(User::number));
        return new SpUsers(users, complete, statement, place);
    }
}
