package org.shapan.portal.customer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.shapan.portal.board.Words;
import org.shapan.portal.customer.CustomerQuestions.Figure;
import org.shapan.portal.explain.AskedText;
import org.shapan.portal.explain.NumberQuestion;
import org.shapan.portal.explain.Numbers;
import org.shapan.portal.text.Figures;
import org.shapan.portal.widget.Buttons;
import org.shapan.portal.widget.Card;
import org.shapan.portal.widget.RankingColumn;
import org.shapan.portal.widget.RankingTable;
import org.shapan.portal.widget.RunningText;

/** The customers that explain a movement, masked until somebody who may asks for more with a purpose. */
public final class CustomersCard {
    /** The figures by column. */
    private static final Map<Integer, Figure> FIGURES =
            Map.of(4, Figure.EXPECTED, 5, Figure.ACTUAL, 6, Figure.DIFFERENCE, 8, Figure.TENURE);

    private final CustomerList list;
    private final String owner;
    private final Unmasking unmasking;
    private final Words words;
    private final Figures figures;
    private final CustomerQuestions questions;
    private final Card card;
    private boolean whole;

    /**
     * @param owner name of the area or owner whose customers they are
     * @param questions what their numbers ask
     */
    public CustomersCard(
            CustomerList list,
            String owner,
            CustomerQuestions questions,
            Unmasking unmasking,
            Words words,
            Figures figures) {
        this.questions = questions;
        this.list = list;
        this.owner = owner;
        this.unmasking = unmasking;
        this.words = words;
        this.figures = figures;
        this.card = new Card(words.get("customers.title")).flush();
        card.addClassName("customers");
    }

    /**
     * @param open place of the customer whose card is open, from 1; 0 for none
     * @param choose hears the place of a customer that was chosen, 0 when its card is closed
     */
    public Component draw(int open, IntConsumer choose) {
        List<Customer> shown = list.explaining();
        String remark = words.get(
                list.complete() ? "customers.remark" : "customers.remark.partial",
                shown.size(),
                list.customers().size());
        card.remark(whole ? remark : remark + words.get("customers.masked"));
        if (unmasking.isAllowed() && !whole) {
            NativeButton unmask = Buttons.plain(words.get("customers.unmask"), () -> ask(shown, open, choose));
            unmask.addClassName("t");
            card.tools(unmask);
        } else {
            card.tools();
        }
        List<Component> body = new ArrayList<>();
        if (open > 0 && open <= shown.size()) {
            body.add(one(shown.get(open - 1), choose));
        }
        RankingTable<Customer> table = new RankingTable<>(columns()).onSelect(customer -> {
            int place = shown.indexOf(customer) + 1;
            choose.accept(place == open ? 0 : place);
        });
        table.select(customer -> open > 0 && open <= shown.size() && customer == shown.get(open - 1));
        table.show(shown, null);
        Numbers.ofTable(table, (customer, column) -> Optional.of(question(customer, FIGURES.get(column))));
        body.add(table);
        if (whole) {
            body.add(watermark());
        }
        card.body(body.toArray(Component[]::new));
        return card;
    }

    private List<RankingColumn<Customer>> columns() {
        return List.of(
                RankingColumn.name(words.get("customers.number"), this::number, null),
                RankingColumn.text(words.get("customers.tier"), Customer::tier),
                RankingColumn.text(words.get("customers.brand"), Customer::brand),
                RankingColumn.text(words.get("customers.plan"), Customer::plan),
                number(Figure.EXPECTED, 0),
                number(Figure.ACTUAL, 0),
                number(Figure.DIFFERENCE, 0),
                RankingColumn.text(words.get("customers.reason"), c -> reason(c.reason())),
                number(Figure.TENURE, 0));
    }

    private RankingColumn<Customer> number(Figure figure, int decimals) {
        return RankingColumn.number(
                words.get(key(figure)), customer -> written(customer, figure, decimals), figure::of);
    }

    private static String key(Figure figure) {
        return "customers." + figure.name().toLowerCase(Locale.ROOT);
    }

    private String written(Customer customer, Figure figure, int decimals) {
        double value = figure.of(customer);
        return figure == Figure.DIFFERENCE ? figures.difference(value, decimals) : figures.number(value, decimals);
    }

    private NumberQuestion question(Customer customer, Figure figure) {
        return questions.figure(customer, figure, written(customer, figure, figure == Figure.TENURE ? 0 : 2));
    }

    private String number(Customer customer) {
        return whole ? customer.number().whole() : customer.number().masked();
    }

    private String reason(Reason reason) {
        return words.get("customers.reason." + reason);
    }

    /** The card of a customer. */
    private Component one(Customer customer, IntConsumer choose) {
        Div box = new Div();
        box.addClassName("one");
        Span name = new Span(number(customer));
        name.addClassName("b");
        NativeButton close = Buttons.plain(words.get("customers.close"), () -> choose.accept(0));
        close.addClassNames("t", "right");
        Div head =
                new Div(name, new Span(customer.tier()), new Span(customer.brand()), new Span(customer.plan()), close);
        head.addClassName("row");
        Div facts = new Div();
        facts.addClassName("facts");
        fact(facts, "customers.owner", owner);
        AskedText asked = new AskedText();
        for (Figure figure : List.of(Figure.TENURE, Figure.EXPECTED, Figure.ACTUAL, Figure.DIFFERENCE)) {
            NumberQuestion question = question(customer, figure);
            fact(facts, key(figure), asked.number(question.shown(), () -> question));
        }
        fact(facts, "customers.reason", reason(customer.reason()));
        box.add(head, asked.in(facts));
        return box;
    }

    private void fact(Div facts, String key, String value) {
        Span label = new Span(words.get(key));
        label.addClassName("hint");
        Span told = new Span();
        RunningText.write(told, value);
        Div fact = new Div(label, told);
        facts.add(fact);
    }

    private void ask(List<Customer> shown, int open, IntConsumer choose) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(words.get("customers.unmask"));
        TextField purpose = new TextField(words.get("customers.purpose"));
        purpose.setMaxLength(Unmasking.LONGEST_PURPOSE);
        purpose.setWidthFull();
        purpose.setValueChangeMode(ValueChangeMode.EAGER);
        Span why = new Span(words.get("customers.unmask.why", shown.size()));
        why.addClassName("hint");
        NativeButton show = Buttons.primary(words.get("customers.unmask.show"), () -> {
            unmasking.record(shown.stream().map(Customer::number).toList(), purpose.getValue());
            whole = true;
            dialog.close();
            draw(open, choose);
        });
        show.setEnabled(false);
        purpose.addValueChangeListener(change -> show.setEnabled(Unmasking.isPurpose(change.getValue())));
        dialog.add(new Div(purpose, why));
        dialog.setWidth("420px");
        dialog.getFooter().add(Buttons.plain(words.get("customers.unmask.cancel"), dialog::close), show);
        dialog.open();
    }

    /** Who looks and when, over the numbers, so that a photograph of the screen says where it comes from. */
    private Component watermark() {
        String when =
                ZonedDateTime.now(Clock.systemDefaultZone()).format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm"));
        Div mark = new Div();
        mark.addClassName("watermark");
        mark.getElement().setAttribute("aria-hidden", "true");
        for (int i = 0; i < 12; i++) {
            mark.add(new Span(unmasking.viewer() + " " + when));
        }
        return mark;
    }
}
