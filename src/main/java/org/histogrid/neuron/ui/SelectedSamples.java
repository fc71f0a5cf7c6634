package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.Failures;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.NeuronSamples;
import org.histogrid.dataset.SamplePage;
import org.histogrid.dataset.SampleQuery;
import org.histogrid.dataset.ValueRange;
import org.histogrid.neuron.ScaledRanges;
import org.histogrid.neuron.ui.NeuronStudy.Subject;
import org.histogrid.sharing.CurrentViewer;

/// The samples whose values lie in a range: how many of each class, and which.
final class SelectedSamples extends Composite<Div> {

    private final NeuronSamples samples;
    private final ScaledRanges ranges;
    private final CurrentViewer viewer;
    private final Consumer<Optional<ValueRange>> onSelect;
    private final RangeFields fields;
    private final Paragraph counts = new Paragraph();
    private final SampleFilters filters = new SampleFilters(this::list);
    private final SampleTable table;
    private Optional<Subject> subject = Optional.empty();
    private Optional<ValueRange> selected = Optional.empty();

    /// Makes them with the services of the application.
    @SpringComponent
    static class Factory {

        private final NeuronSamples samples;
        private final SampleTable.Factory tables;
        private final ScaledRanges ranges;
        private final CurrentViewer viewer;

        Factory(NeuronSamples samples, SampleTable.Factory tables, ScaledRanges ranges, CurrentViewer viewer) {
            this.samples = samples;
            this.tables = tables;
            this.ranges = ranges;
            this.viewer = viewer;
        }

        SelectedSamples create(Consumer<Optional<ValueRange>> onSelect) {
            return new SelectedSamples(samples, tables.create(), ranges, viewer, onSelect);
        }
    }

    private SelectedSamples(
            NeuronSamples samples,
            SampleTable table,
            ScaledRanges ranges,
            CurrentViewer viewer,
            Consumer<Optional<ValueRange>> onSelect) {
        this.samples = samples;
        this.table = table;
        this.ranges = ranges;
        this.viewer = viewer;
        this.onSelect = onSelect;
        fields = new RangeFields(this::select);
        counts.addClassName("hg-study-counts");
        counts.getElement().setAttribute("role", "status");
        getContent().addClassName("hg-study-samples");
        getContent().add(fields, counts, filters, table);
    }

    void show(Subject shown) {
        subject = Optional.of(shown);
        filters.show(shown.panel().classes().stream().map(one -> one.name()).toList());
        fill(Optional.empty());
    }

    void select(Optional<ValueRange> values) {
        fill(values);
        onSelect.accept(selected);
    }

    private void fill(Optional<ValueRange> values) {
        selected = values;
        fields.show(values);
        list();
    }

    private void list() {
        var shown = subject.flatMap(one -> one.source()).isPresent() && selected.isPresent();
        filters.setVisible(shown);
        table.setVisible(shown);
        if (!shown) {
            counts.setText("Drag over the chart, or type a range, to see which samples lie in it.");
            return;
        }
        try {
            list(subject.orElseThrow(), selected.orElseThrow());
        } catch (RuntimeException e) {
            filters.setVisible(false);
            table.setVisible(false);
            counts.setText(Failures.tell(e));
        }
    }

    private void list(Subject about, ValueRange values) {
        var source = about.source().orElseThrow();
        var query = SampleQuery.ALL
                .in(ranges.toRecorded(viewer.get(), source, about.settings().scale(), values))
                .ofClasses(filters.classes())
                .containing(filters.text());
        var page = samples.find(viewer.get(), source, query.page(0, 1));
        counts.setText(words(page, values));
        table.show(source, query, about.colours());
        filters.tell(page.samples().total(), table.download(source, query));
    }

    private static String words(SamplePage page, ValueRange values) {
        var all = page.inRange().stream().mapToInt(LabelClass::count).sum();
        var classes = page.inRange().stream()
                .map(one -> "%s %s".formatted(Numbers.integer(one.count()), one.name()))
                .collect(Collectors.joining(", "));
        var without = page.inRangeWithoutClass() == 0
                ? ""
                : ", and %s without a class".formatted(Numbers.integer(page.inRangeWithoutClass()));
        return "%s in %s: %s%s".formatted(Numbers.count(all, "sample"), RangeWords.of(values), classes, without);
    }
}
