package org.shapan.portal.channel;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What diversion would save (domain §6.4.1: transactions × Δ unit cost): {@code share} of the transactions of the business types go from one
 * channel type to another. Only those go that the other type already handles somewhere.
 *
 * @param types whose unit cost is known
 * @param businesses that may be diverted
 */
record Saving(List<Type> types, List<Business> businesses) {
    /**
     * A channel type.
     *
     * @param name name of its member
     * @param member unique name
     * @param caption in the reader's language
     * @param electronic whether it is of the class that diversion prefers
     * @param unitCost CHN-13 of the month over all that the person sees, yuan per transaction
     */
    record Type(String name, String member, String caption, boolean electronic, double unitCost) {
        Type {
            requireNonNull(name, "name is null");
        }
    }

    /**
     * A business type (CHN-72).
     *
     * @param member unique name
     * @param here transactions of the area by name of the channel type
     * @param anywhere the same over all that the person sees
     */
    record Business(
            String name, String member, String caption, Map<String, Double> here, Map<String, Double> anywhere) {
        Business {
            here = Map.copyOf(here);
            anywhere = Map.copyOf(anywhere);
        }

        boolean isHandledBy(Type type) {
            return anywhere.getOrDefault(type.name(), 0.0) > 0;
        }
    }

    Saving {
        types = List.copyOf(types);
        businesses = List.copyOf(businesses);
    }

    Optional<Type> type(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** The business types asked for: one, or all without a name. */
    List<Business> asked(String name) {
        return businesses.stream()
                .filter(business -> name == null || business.name().equals(name))
                .toList();
    }

    /** Transactions that go, as a fraction of those that the other type handles, too. */
    double moved(List<Business> asked, Type from, Type to, double share) {
        return share
                * asked.stream()
                        .filter(business -> business.isHandledBy(to))
                        .mapToDouble(business -> business.here().getOrDefault(from.name(), 0.0))
                        .sum();
    }

    /** Yuan in the month; negative where the other type costs more. */
    double saved(List<Business> asked, Type from, Type to, double share) {
        return moved(asked, from, to, share) * (from.unitCost() - to.unitCost());
    }

    /** Where the transactions may go: any other type that handles one of the business types, the largest saving first. */
    List<Type> targets(List<Business> asked, Type from) {
        return types.stream()
                .filter(to -> !to.name().equals(from.name()) && asked.stream().anyMatch(b -> b.isHandledBy(to)))
                .sorted(Comparator.comparingDouble((Type to) -> -saved(asked, from, to, 1))
                        .thenComparing(Type::name))
                .toList();
    }

    /** The target that saves most: an electronic one where there is any (CHN-14), else whichever it is. */
    Optional<Type> best(List<Business> asked, Type from) {
        List<Type> targets = targets(asked, from);
        return targets.stream()
                .filter(Type::electronic)
                .findFirst()
                .or(() -> targets.stream().findFirst());
    }

    /** The origin whose best target saves most. */
    Optional<Type> origin(List<Business> asked) {
        return types.stream()
                .filter(from -> best(asked, from).isPresent())
                .max(Comparator.comparingDouble(
                        from -> saved(asked, from, best(asked, from).orElseThrow(), 1)));
    }
}
