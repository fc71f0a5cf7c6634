package org.histogrid.explore.ui;

/// What the parts of the page ask of it.
interface ExploreActions {

    /// What is shown at the moment.
    ExplorePage page();

    /// Shows the dataset in another way, and says so in the address.
    ///
    /// @throws org.histogrid.base.BadInput if there is no such hook point or class; nothing is changed then
    void explore(ExploreQuery query);

    /// Called when neurons were selected in the list, or no longer are.
    void selected(int neurons);
}
