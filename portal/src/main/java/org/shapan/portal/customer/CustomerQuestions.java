package org.shapan.portal.customer;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.shapan.insight.cube.CalendarMonths;
import org.shapan.portal.board.Words;
import org.shapan.portal.explain.DrilledRows;
import org.shapan.portal.explain.Explanation.UsedCell;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.NumberQuestion.Fact;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.State;

/**
 * What the numbers of customers ask: the rows that the drill-through of their list gives now, under the reader's role. A customer's own rows are
 * picked out here, so that no statement names a number; what the dialog says of the number is masked.
 */
public final class CustomerQuestions {
    private final CustomerList list;
    private final String pivot;
    private final Words words;
    private final Figures figures;

    /** A figure of a customer. */
    enum Figure {
        EXPECTED(Customer::expected),
        ACTUAL(Customer::actual),
        DIFFERENCE(Customer::difference),
        TENURE(Customer::tenure);

        private final ToDoubleFunction<Customer> value;

        Figure(ToDoubleFunction<Customer> value) {
            this.value = value;
        }

        double of(Customer customer) {
            return value.applyAsDouble(customer);
        }
    }

    /** @param pivot link of the pivot that shows the area or owner in the month */
    public CustomerQuestions(CustomerList list, String pivot, Words words, Figures figures) {
        this.list = requireNonNull(list, "list is null");
        this.pivot = pivot;
        this.words = words;
        this.figures = figures;
    }

    /** A figure of a customer of the list, as it is shown. */
    NumberQuestion figure(Customer customer, Figure figure, String shown) {
        String name = words.get("customers.explain." + figure);
        boolean months = figure == Figure.TENURE;
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.get("customers.reason"), words.get("customers.reason." + customer.reason())));
        if (!months) {
            facts.add(new Fact(words.get("explain.rule"), words.get("customers.explain.rule")));
        }
        return question(
                name + " · " + customer.number().masked(),
                shown,
                figure.of(customer),
                months ? "customers.explain.TENURE" : "customers.explain.billed",
                expression(figure),
                now -> find(now, customer)
                        .map(found ->
                                reckoned(now, OptionalDouble.of(figure.of(found)), months ? List.of() : billed(found)))
                        .orElseGet(() -> reckoned(now, OptionalDouble.empty(), List.of())),
                v -> months ? figures.number(v, 0) : figures.difference(v, 2).replaceFirst("^\\+", ""),
                facts);
    }

    private static Optional<Customer> find(CustomerList now, Customer customer) {
        return now.customers().stream()
                .filter(each -> each.number().equals(customer.number()))
                .findFirst();
    }

    private String expression(Figure figure) {
        String month = part(list.month());
        String base = Customer.base(list.month()).stream()
                .map(CustomerQuestions::part)
                .collect(Collectors.joining(" + ", "(", ") / " + Customer.BASE_MONTHS));
        return switch (figure) {
            case EXPECTED -> base;
            case ACTUAL -> month;
            case DIFFERENCE -> month + " - " + base;
            case TENURE -> "";
        };
    }

    private static String part(YearMonth month) {
        return "[Measures].[" + CalendarMonths.name(month) + "]";
    }

    private List<UsedCell> billed(Customer customer) {
        List<YearMonth> months = new ArrayList<>(List.of(customer.month()));
        months.addAll(Customer.base(customer.month()));
        return months.stream()
                .map(month -> new UsedCell(
                        CalendarMonths.name(month),
                        figures.month(month),
                        customer.billed().containsKey(month)
                                ? figures.number(customer.billed().get(month), 2)
                                : "—"))
                .toList();
    }

    /** How far customers of one reason together are from what they are expected to be billed, or their share of a movement. */
    public NumberQuestion together(Reason reason, String shown, double whole, boolean share) {
        CustomerList.Together now = together(list, reason);
        String difference = "[Measures].[difference]";
        return question(
                words.get("customers.title") + " · " + words.get("customers.reason." + reason),
                shown,
                share ? now.difference() / whole : now.difference(),
                "customers.explain.billed",
                share ? difference + " / " + whole : difference,
                read -> {
                    CustomerList.Together found = together(read, reason);
                    return reckoned(
                            read,
                            OptionalDouble.of(share ? found.difference() / whole : found.difference()),
                            List.of(
                                    new UsedCell(
                                            "difference",
                                            words.get("customers.explain.DIFFERENCE"),
                                            figures.difference(found.difference(), 2)),
                                    new UsedCell(
                                            "customers",
                                            words.get("customers.title"),
                                            figures.number(found.count(), 0))));
                },
                v -> share ? figures.ratio(v, 4) : figures.difference(v, 2),
                rule());
    }

    private static CustomerList.Together together(CustomerList read, Reason reason) {
        return read.byReason().stream()
                .filter(each -> each.reason() == reason)
                .findFirst()
                .orElse(new CustomerList.Together(reason, 0, 0));
    }

    /** How many customers explain the movement of the list. */
    public NumberQuestion count(String shown) {
        return question(
                words.get("customers.title"),
                shown,
                list.explaining().size(),
                "customers.explain.billed",
                "",
                read -> reckoned(read, OptionalDouble.of(read.explaining().size()), List.of()),
                v -> figures.number(v, 0),
                explaining());
    }

    /** How much of the movement of the list they explain. */
    public NumberQuestion explained(String shown) {
        return question(
                words.get("customers.title"),
                shown,
                list.explained(),
                "customers.explain.billed",
                "[Measures].[explaining] / [Measures].[all]",
                read -> reckoned(
                        read,
                        OptionalDouble.of(read.explained()),
                        List.of(
                                new UsedCell(
                                        "explaining",
                                        words.get(
                                                "customers.explain.first",
                                                read.explaining().size()),
                                        figures.difference(read.explained() * read.difference(), 2)),
                                new UsedCell(
                                        "all",
                                        words.get(
                                                "customers.explain.all",
                                                read.customers().size()),
                                        figures.difference(read.difference(), 2)))),
                v -> figures.ratio(v, 4),
                explaining());
    }

    private List<Fact> explaining() {
        List<Fact> facts = new ArrayList<>(rule());
        facts.add(new Fact(
                words.get("customers.title"),
                words.get("customers.explain.explaining", figures.ratio(CustomerList.ENOUGH, 0), CustomerList.MOST)));
        return facts;
    }

    private List<Fact> rule() {
        return List.of(new Fact(words.get("explain.rule"), words.get("customers.explain.rule")));
    }

    private static DrilledRows.Reckoned reckoned(CustomerList read, OptionalDouble number, List<UsedCell> parts) {
        int rows = read.customers().stream()
                .mapToInt(customer -> customer.billed().size())
                .sum();
        return new DrilledRows.Reckoned(number, parts, rows);
    }

    private NumberQuestion question(
            String name,
            String shown,
            double value,
            String measure,
            String expression,
            Function<CustomerList, DrilledRows.Reckoned> reading,
            DoubleFunction<String> write,
            List<Fact> facts) {
        return new NumberQuestion(
                name,
                "",
                shown,
                value,
                State.NONE,
                CustomerSource.CUBE,
                new DrilledRows(
                        list.statement(),
                        list.place(),
                        words.get(measure),
                        words.get(measure + ".definition"),
                        expression,
                        rows -> reading.apply(list.with(CustomerSource.customers(rows, list.month())))),
                write,
                facts,
                pivot);
    }
}
