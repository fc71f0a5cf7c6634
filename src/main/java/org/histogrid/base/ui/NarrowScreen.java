package org.histogrid.base.ui;

import com.vaadin.flow.component.grid.Grid;
import java.util.List;

/// Leaves columns of a grid out where the window is narrow; what they tell then stands in a column that stays, in
/// an element with the class `hg-narrow-only`.
public final class NarrowScreen {

    private static final int NARROW = 800;

    private NarrowScreen() {}

    public static void hides(Grid<?> grid, List<? extends Grid.Column<?>> columns) {
        grid.addAttachListener(event -> {
            var page = event.getUI().getPage();
            page.executeJs("return window.innerWidth").then(Integer.class, width -> show(columns, width));
            var listener = page.addBrowserWindowResizeListener(resized -> show(columns, resized.getWidth()));
            grid.addDetachListener(detached -> {
                listener.remove();
                detached.unregisterListener();
            });
        });
    }

    private static void show(List<? extends Grid.Column<?>> columns, int width) {
        columns.forEach(column -> column.setVisible(width >= NARROW));
    }
}
