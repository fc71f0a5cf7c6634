package org.histogrid.explore.ui;

import com.vaadin.flow.component.Component;
import org.histogrid.screening.Ranking;

/// One of the pictures of all neurons.
interface OverviewPicture {

    /// Draws a selection of neurons; what was drawn before gives way.
    void show(ExplorePage page, Ranking ranking);

    /// Where it is drawn.
    Component component();

    /// What to do with it, and what it shows.
    String words();
}
