package org.histogrid.project.ui;

import java.util.Optional;
import java.util.Set;
import org.histogrid.finding.ui.FindingNavigation;
import org.histogrid.stats.Statistic;

/// What a member does to the grid of a project, as edits of its draft.
final class GridEditing implements GridActions.OfMember {

    private final ProjectView view;
    private final ProjectLooking looking;
    private final FindingNavigation findings;
    private final RowDialog.Factory rowDialogs;

    GridEditing(ProjectView view, ProjectLooking looking, FindingNavigation findings, RowDialog.Factory rowDialogs) {
        this.view = view;
        this.looking = looking;
        this.findings = findings;
        this.rowDialogs = rowDialogs;
    }

    @Override
    public void show(Statistic stat) {
        var content = view.draft().content();
        view.edit(content.withSettings(content.settings().withStat(stat)));
    }

    @Override
    public void looked(Set<String> hidden) {
        looking.hide(hidden);
    }

    @Override
    public void enlarge(int row, int column) {
        looking.enlarge(row, column);
    }

    @Override
    public void openNeuron(int row, int column) {
        looking.openNeuron(row, column);
    }

    @Override
    public void openFindings(int row, int column) {
        findings.open(ProjectNeurons.at(view.draft().content(), row, column), view::reload);
    }

    @Override
    public void editRow(int row) {
        var before = view.draft().content().rows().get(row);
        rowDialogs
                .create(
                        "Edit row",
                        Optional.of(before),
                        changed -> view.edit(view.draft().content().withRow(row, changed)))
                .open();
    }

    @Override
    public void moveRow(int row, int by) {
        view.edit(GridEdits.moveRow(view.draft().content(), row, by));
        view.grid().focusRow(row + by, by);
    }

    @Override
    public void removeRow(int row) {
        view.edit(GridEdits.removeRow(view.draft().content(), row));
    }

    @Override
    public void moveNeuron(int row, int column, int by) {
        view.edit(GridEdits.moveNeuron(view.draft().content(), row, column, by));
        view.grid().focusNeuron(row, column + by, by);
    }

    @Override
    public void removeNeuron(int row, int column) {
        view.edit(GridEdits.removeNeuron(view.draft().content(), row, column));
    }
}
