package org.histogrid.project.ui;

import java.util.LinkedHashMap;
import org.histogrid.base.ui.KeyList;

/// The keys of a grid.
final class GridKeys {

    private GridKeys() {}

    /// @param isMember whether panels open
    /// @param editable whether the grid is changed, too
    static void show(boolean isMember, boolean editable) {
        var keys = new LinkedHashMap<String, String>();
        keys.put("\u2190 \u2192 \u2191 \u2193", "Go from panel to panel");
        keys.put("Home, End", "Go to the first or last panel of the row");
        keys.put("Shift + \u2190 \u2192", "Read the bins of a panel");
        if (isMember) {
            keys.put("Enter", "Show the panel large");
            keys.put("Shift + F10", "Open the menu of the panel");
        }
        if (editable) {
            keys.put("Ctrl + Z", "Undo");
            keys.put("Ctrl + Shift + Z", "Redo");
            keys.put("Ctrl + S", "Save");
        }
        keys.put("?", "Show these keys");
        new KeyList(keys).open();
    }
}
