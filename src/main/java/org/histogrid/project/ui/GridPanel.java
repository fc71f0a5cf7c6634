package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.histogrid.base.ui.ToolButton;
import org.histogrid.figure.ClassColours;
import org.histogrid.figure.GridWords;
import org.histogrid.figure.ui.ClassLegend;
import org.histogrid.histogram.AxisShare;
import org.histogrid.stats.Statistic;

/// The grid: one legend, what one must know to read the pictures, and the rows. What is shown next replaces the
/// pictures in their places, so that nothing jumps while settings change.
final class GridPanel extends Composite<Div> implements GridMenu.Shape {

    private final boolean editable;
    private final Optional<GridActions.OfMember> ofMember;
    private final ClassLegend legend;
    private final Paragraph notes = new Paragraph();
    private final Span hintText = new Span();
    private final Div hint = new Div(hintText);
    private final GridArea area = new GridArea();
    private final ColumnHeads heads = new ColumnHeads();
    private final SharedAxes axes = new SharedAxes();
    private final List<RowPanel> panels = new ArrayList<>();
    private Optional<GridMenu> menu = Optional.empty();

    /// For somebody who may only look.
    GridPanel(GridActions actions) {
        this(actions, Optional.empty(), false);
    }

    GridPanel(GridActions.OfMember actions, boolean editable) {
        this(actions, Optional.of(actions), editable);
        area.addMoveListener(move -> move.tell(actions));
        area.addOpenListener(opened -> opened.tell(actions));
        // Not added to the page: it adds itself when it opens, or it would open with the items of the time before
        menu = Optional.of(new GridMenu(area, actions, editable, this));
    }

    private GridPanel(GridActions actions, Optional<GridActions.OfMember> ofMember, boolean editable) {
        this.editable = editable;
        this.ofMember = ofMember;
        legend = new ClassLegend(hidden -> {
            hide(hidden);
            actions.looked(hidden);
        });
        notes.addClassName("hg-notes");
        hint.addClassName("hg-hint");
        hint.add(new ToolButton(
                "Show density",
                "Show density, which is independent of class size",
                () -> actions.show(Statistic.DENSITY)));
        area.add(heads, axes);
        area.addHelpListener(_ -> GridKeys.show(ofMember.isPresent(), editable));
        getContent().addClassName("hg-panel-grid");
        getContent().add(legend, notes, hint, area);
    }

    /// @param isCompact whether panels are small and without heads, and what they have in common is said once
    void show(GridPicture picture, boolean isCompact) {
        var settings = picture.grid().settings();
        var colours = ClassColours.of(picture.grid());
        legend.show(colours.legend());
        notes.setText(String.join(". ", GridWords.notes(settings)));
        notes.setVisible(!notes.getText().isEmpty());
        var baseRate = GridWords.baseRate(picture.grid());
        hintText.setText(baseRate.orElse(""));
        hint.setClassName("hg-hint-off", baseRate.isEmpty());
        layOut(picture, isCompact);
        fit(picture.grid().rows().size());
        panels.forEach(panel -> panel.show(picture, colours, isCompact));
        hide(legend.hidden());
    }

    private void layOut(GridPicture picture, boolean isCompact) {
        var settings = picture.grid().settings();
        var columns = picture.sharedPanels();
        area.getStyle().set("--hg-columns", String.valueOf(picture.columns()));
        var classes = getContent().getClassNames();
        classes.set("hg-compact", isCompact);
        classes.set("hg-columned", !columns.isEmpty());
        classes.set("hg-heights-shared", settings.shareY() == AxisShare.ROW || settings.shareY() == AxisShare.GRID);
        heads.show(columns, settings.scale());
        axes.show(settings);
    }

    @Override
    public int rows() {
        return panels.size();
    }

    @Override
    public boolean hasBins(int row, int column) {
        return panels.get(row).hasBins(column);
    }

    @Override
    public int columns(int row) {
        return panels.get(row).columns();
    }

    private void fit(int wanted) {
        while (panels.size() > wanted) {
            area.remove(panels.removeLast());
        }
        while (panels.size() < wanted) {
            var panel = new RowPanel(panels.size(), editable, ofMember);
            panels.add(panel);
            area.add(panel);
        }
    }

    Optional<GridMenu> menu() {
        return menu;
    }

    /// Hides the classes of these names and shows all others.
    void showWithout(Set<String> classes) {
        legend.hide(classes);
        hide(classes);
    }

    private void hide(Set<String> classes) {
        panels.forEach(panel -> panel.hide(classes));
    }

    /// Keeps the keyboard on the neuron that was just moved.
    void focusNeuron(int row, int column) {
        if (row < panels.size()) {
            panels.get(row).focusPanel(column);
        }
    }

    void focusRow(int row, int by) {
        if (row >= 0 && row < panels.size()) {
            panels.get(row).focusMove(by);
        }
    }
}
