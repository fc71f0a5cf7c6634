package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.DataTable;
import org.histogrid.base.ui.ToolButton;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.SampleGroups;
import org.histogrid.dataset.ValueRange;
import org.histogrid.dataset.ValuedSample;
import org.histogrid.figure.ClassColours;

/// The samples with the lowest and the highest values, and what lies between in tenths.
final class GroupSection extends Composite<Section> {

    /// @param onSelect takes a range of recorded values
    GroupSection(SampleGroups groups, ClassColours colours, Consumer<ValueRange> onSelect) {
        getContent().addClassName("hg-section");
        getContent().add(new H2("Samples by value"));
        var ends = new Div(end("Lowest", groups.lowest(), colours), end("Highest", groups.highest(), colours));
        ends.addClassName("hg-extremes");
        getContent().add(ends, new H3("Tenths of the samples, by value"), tenths(groups.groups(), onSelect));
    }

    private static Div end(String title, List<ValuedSample> samples, ClassColours colours) {
        var table = new DataTable("%s values".formatted(title), "#Value", "Class", "Text");
        samples.forEach(one -> table.row(
                Numbers.significant(one.value()),
                ClassMark.of(Optional.ofNullable(one.className()), colours),
                text(one)));
        var part = new Div(new H3(title), table);
        part.addClassName("hg-extreme");
        return part;
    }

    private static Span text(ValuedSample one) {
        var words =
                one.sample().text().isBlank() ? one.sample().id() : one.sample().text();
        var text = new Span(
                words.isBlank() ? "Sample " + Numbers.integer(one.sample().ordinal()) : words);
        text.addClassName("hg-clip");
        text.setTitle(words);
        return text;
    }

    private static DataTable tenths(List<SampleGroups.Group> groups, Consumer<ValueRange> onSelect) {
        var classes =
                groups.stream().findFirst().map(SampleGroups.Group::classes).orElse(List.of());
        var headers = new ArrayList<>(List.of("Values", "#Samples"));
        classes.forEach(one -> headers.add("#" + one.name()));
        classes.forEach(one -> headers.add("#% " + one.name()));
        var table = new DataTable("Tenths of the samples", headers.toArray(String[]::new));
        groups.forEach(group -> table.row(cells(group, onSelect)));
        return table;
    }

    private static Object[] cells(SampleGroups.Group group, Consumer<ValueRange> onSelect) {
        var words = RangeWords.of(group.values());
        var cells = new ArrayList<Object>();
        cells.add(new ToolButton(words, "Show the samples in " + words, () -> onSelect.accept(group.values())));
        cells.add(Numbers.integer(group.size()));
        group.classes().forEach(one -> cells.add(Numbers.integer(one.count())));
        group.classes().forEach(one -> cells.add(share(one, group)));
        return cells.toArray();
    }

    private static String share(LabelClass one, SampleGroups.Group group) {
        return group.size() == 0 ? "–" : Numbers.percent((double) one.count() / group.size());
    }
}
