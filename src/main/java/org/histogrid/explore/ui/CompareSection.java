package org.histogrid.explore.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.Choices;
import org.histogrid.base.ui.DataTable;
import org.histogrid.base.ui.ToolButton;
import org.histogrid.chart.AxisSpec;
import org.histogrid.chart.StepChart;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.NeuronAddress;
import org.histogrid.explore.ui.ComparedPages.Compared;
import org.histogrid.neuron.ui.ColumnWords;
import org.histogrid.screening.RankedNeuron;

/// The same ranking of several datasets side by side, each with how its score is distributed.
final class CompareSection extends Composite<Section> {

    private static final String NONE = "–";

    private final ComparedPages pages;
    private final ExploreActions actions;
    private final Div cards = new Div();
    private final H2 title = new H2();

    CompareSection(ComparedPages pages, ExploreActions actions) {
        this.pages = pages;
        this.actions = actions;
        cards.addClassName("hg-compared");
        getContent().addClassName("hg-section");
        getContent().add(title, cards);
    }

    void show(ExplorePage page) {
        cards.removeAll();
        setVisible(!page.query().with().isEmpty());
        if (page.query().with().isEmpty()) {
            return;
        }
        title.setText("Across models, by %s"
                .formatted(page.words()
                        .ranking(page.query().by().column(), page.query().order())));
        var all = pages.read(page);
        var axis = axis(all);
        var highest = all.stream()
                .filter(CompareSection::isDrawable)
                .mapToDouble(one -> chart(one).highestDensity())
                .max()
                .orElse(1);
        all.forEach(one -> cards.add(card(one, axis, highest)));
        if (all.size() <= page.query().with().size()) {
            var missing = new Paragraph("Others of this address are not there for you, or have no labeling.");
            missing.addClassName("hg-quiet");
            cards.add(missing);
        }
    }

    /// One for all, so that the distributions compare.
    private static Optional<AxisSpec> axis(List<Compared> all) {
        var ends = all.stream()
                .map(one -> one.distribution().edges())
                .filter(edges -> !edges.isEmpty())
                .flatMapToDouble(edges -> java.util.stream.DoubleStream.of(edges.getFirst(), edges.getLast()))
                .summaryStatistics();
        var score = all.getFirst().page().query().by();
        return ends.getCount() == 0
                ? Optional.empty()
                : Optional.of(AxisSpec.around(ends.getMin(), ends.getMax(), ColumnWords.ANY.name(score)));
    }

    private Div card(Compared one, Optional<AxisSpec> axis, double highest) {
        var page = one.page();
        var name = new H3();
        name.add(new Anchor(
                page.location().getPathWithQueryParameters(), page.dataset().name()));
        var head = new Div(name);
        head.addClassName("hg-compared-head");
        one.other()
                .ifPresent(other -> head.add(new ToolButton(
                        "\u00d7", "No longer compare with " + page.dataset().name(), () -> remove(other))));
        var about = new Span("%s, %s, %s tested"
                .formatted(
                        page.dataset().model(),
                        page.labeling().orElseThrow().name(),
                        Numbers.count(one.ranking().tested(), "neuron")));
        about.addClassNames("hg-quiet", "hg-small");
        var card = new Div(head, about);
        card.addClassNames("hg-card", "hg-compared-card");
        points(one).ifPresent(card::add);
        axis.filter(_ -> isDrawable(one))
                .ifPresent(shared -> card.add(new StepChart(chart(one).densities(shared, highest))));
        card.add(table(one));
        return card;
    }

    private static boolean isDrawable(Compared one) {
        return !one.distribution().counts().isEmpty();
    }

    private static DistributionChart chart(Compared one) {
        return new DistributionChart(
                one.distribution(),
                one.page().query().by(),
                one.page().words(),
                one.ranking().nullMax());
    }

    /// Each dataset has its own hook points.
    private Optional<Component> points(Compared one) {
        var page = one.page();
        if (one.other().isEmpty() || page.dataset().hookPoints().size() < 2) {
            return Optional.empty();
        }
        Select<Optional<HookPoint>> select = Choices.select(
                "Hook point", point -> point.map(HookPoint::inWords).orElse("All hook points"));
        var points = new ArrayList<Optional<HookPoint>>(List.of(Optional.empty()));
        page.dataset().hookPoints().forEach(point -> points.add(Optional.of(point)));
        select.setItems(points);
        select.setValue(page.point());
        select.addValueChangeListener(event -> replace(
                one.other().orElseThrow(),
                one.other().orElseThrow().at(event.getValue().map(HookPoint::id))));
        return Optional.of(select);
    }

    private void remove(OtherRanking other) {
        var query = actions.page().query();
        actions.explore(query.beside(
                query.with().stream().filter(one -> !one.equals(other)).toList()));
    }

    private void replace(OtherRanking old, OtherRanking wanted) {
        var query = actions.page().query();
        actions.explore(query.beside(
                query.with().stream().map(one -> one.equals(old) ? wanted : one).toList()));
    }

    private static Component table(Compared one) {
        if (one.ranking().rows().isEmpty()) {
            return new Paragraph("No neuron is ranked yet: screen this dataset first.");
        }
        var columns = one.page().columns().stream().limit(2).toList();
        var headers = new ArrayList<>(List.of("#Rank", "Neuron"));
        columns.forEach(column -> headers.add("#" + one.page().words().name(column)));
        var table = new DataTable("Ranking of " + one.page().dataset().name(), headers.toArray(String[]::new));
        for (var neuron : one.ranking().rows()) {
            var cells = new ArrayList<Object>(List.of(Numbers.integer(neuron.rank()), link(neuron, one.page())));
            columns.forEach(column -> cells.add(number(neuron.value(column))));
            table.row(cells.toArray());
        }
        return table;
    }

    private static Component link(RankedNeuron neuron, ExplorePage page) {
        var ref = neuron.neuron();
        var point = page.dataset().requireHookPoint(ref.hookPoint());
        var link = new Anchor(NeuronAddress.path(page.dataset(), point, ref.neuron()), String.valueOf(ref.neuron()));
        link.setTitle(point.inWords());
        return page.point().isPresent() || point.layer() == null
                ? link
                : new Span(link, new Span(", layer " + point.layer()));
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Numbers.significant(value.getAsDouble()) : NONE;
    }
}
