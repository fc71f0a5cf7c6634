package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import org.histogrid.base.ui.ToolButton;
import org.histogrid.chart.StepChart;
import org.histogrid.dataset.SampleSource;
import org.histogrid.dataset.ValueRange;
import org.histogrid.figure.ClassColours;
import org.histogrid.figure.GridWords;
import org.histogrid.figure.PanelCharts;
import org.histogrid.figure.ui.ClassLegend;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.HistogramSettings;

/// One histogram, large, with what it is made of: its bins as a table, and for whoever may see its dataset the
/// samples of any range of values.
public final class NeuronStudy extends Composite<Div> {

    /// What is studied. Where it comes from is the caller's: a page of its own, or a grid with its settings.
    ///
    /// @param rowLabel what the heights are called by, such as the model
    /// @param hint why the heights may mislead, with the way to density
    /// @param source whose samples can be listed; empty for a viewer who may not see the dataset
    public record Subject(
            Panel panel,
            HistogramSettings settings,
            ClassColours colours,
            String rowLabel,
            Optional<String> hint,
            Optional<SampleSource> source) {}

    /// What a study tells its page.
    public interface Listener {

        /// Another range was selected, in the unit of the chart, or none.
        void selected(Optional<ValueRange> values);

        /// The hint was followed.
        void densityWanted();
    }

    private final Listener listener;
    private final ClassLegend legend;
    private final Span hintText = new Span();
    private final Div hint = new Div(hintText);
    private final Div picture = new Div();
    private final Paragraph facts = new Paragraph();
    private final Paragraph problem = new Paragraph();
    private final SelectedSamples samples;
    private final BinSection bins;
    private Optional<StepChart> chart = Optional.empty();

    /// Makes studies with the services of the application.
    @SpringComponent
    public static class Factory {

        private final SelectedSamples.Factory samples;

        Factory(SelectedSamples.Factory samples) {
            this.samples = samples;
        }

        public NeuronStudy create(Listener listener) {
            return new NeuronStudy(listener, samples);
        }
    }

    private NeuronStudy(Listener listener, SelectedSamples.Factory factory) {
        this.listener = listener;
        legend = new ClassLegend(hidden -> chart.ifPresent(drawn -> drawn.hide(hidden)));
        hint.addClassName("hg-hint");
        hint.add(new ToolButton(
                "Show density", "Show density, which is independent of class size", listener::densityWanted));
        picture.addClassName("hg-study-picture");
        facts.addClassName("hg-panel-outside");
        problem.addClassName("hg-panel-problem");
        samples = factory.create(this::chosen);
        bins = new BinSection(range -> select(Optional.of(range)));
        getContent().addClassName("hg-study");
        getContent().add(legend, hint, picture, problem, facts, samples, bins);
    }

    /// Shows another subject in the same places. What was selected is selected no more.
    public void show(Subject subject) {
        var panel = subject.panel();
        var drawable = PanelCharts.isDrawable(panel);
        legend.show(subject.colours().legend());
        hintText.setText(subject.hint().orElse(""));
        hint.setVisible(subject.hint().isPresent());
        problem.setText(drawable ? "" : GridWords.problem(panel));
        problem.setVisible(!drawable);
        picture.setVisible(drawable);
        facts.setText(drawable ? facts(panel) : "");
        if (drawable) {
            draw(subject);
        }
        bins.setVisible(panel.edges().isPresent());
        panel.edges()
                .ifPresent(_ -> bins.show(
                        panel, subject.settings().stat(), subject.source().isPresent()));
        samples.setVisible(subject.source().isPresent() && panel.edges().isPresent());
        samples.show(subject);
    }

    private static String facts(Panel panel) {
        var remarks = GridWords.remarks(panel);
        return GridWords.samples(panel) + (remarks.isEmpty() ? "" : ", " + remarks);
    }

    private void draw(Subject subject) {
        var spec = PanelCharts.chart(subject.panel(), subject.settings(), subject.colours(), subject.rowLabel());
        chart.ifPresentOrElse(drawn -> drawn.show(spec), () -> {
            var drawn = new StepChart(spec);
            drawn.addRangeListener(
                    event -> select(Optional.of(new ValueRange.Between(event.from(), event.to(), event.includesTo()))));
            chart = Optional.of(drawn);
            picture.add(drawn);
        });
        chart.ifPresent(drawn -> {
            drawn.allowSelection(subject.source().isPresent());
            drawn.clearSelection();
            drawn.hide(legend.hidden());
        });
    }

    /// Selects a range in the unit of the chart, or none, and tells the listener.
    public void select(Optional<ValueRange> values) {
        samples.select(values);
    }

    private void chosen(Optional<ValueRange> values) {
        chart.ifPresent(drawn -> {
            drawn.clearSelection();
            if (values.orElse(null) instanceof ValueRange.Between(double from, double to, boolean _)) {
                var low = Math.max(from, -Double.MAX_VALUE);
                var high = Math.min(to, Double.MAX_VALUE);
                if (low < high) {
                    drawn.select(low, high);
                }
            }
        });
        listener.selected(values);
    }
}
