package org.histogrid.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.HashSet;
import java.util.Set;

/// A small table of everything there is, as plain HTML: it wraps, scrolls sideways where it is narrow, and a screen
/// reader knows it. Long lists belong in a grid.
public final class DataTable extends Composite<Div> {

    private final NativeTable table = new NativeTable();
    private final Set<Integer> numeric;

    /// Headers that begin with `#` stand over right-aligned figures.
    public DataTable(String label, String... headers) {
        getContent().addClassName("hg-table");
        getContent().getElement().setAttribute("role", "region").setAttribute("tabindex", "0");
        getContent().getElement().setAttribute("aria-label", label);
        var row = new NativeTableRow();
        numeric = new HashSet<>();
        for (var i = 0; i < headers.length; i++) {
            var figures = headers[i].startsWith("#");
            var cell = new NativeTableHeaderCell(figures ? headers[i].substring(1) : headers[i]);
            cell.getElement().setAttribute("scope", "col");
            if (figures) {
                numeric.add(i);
                cell.addClassName("hg-number");
            }
            row.add(cell);
        }
        table.getHead().add(row);
        getContent().add(table);
    }

    /// Each cell is a component, or anything else by its text.
    public DataTable row(Object... cells) {
        var row = new NativeTableRow();
        for (var i = 0; i < cells.length; i++) {
            var cell = new NativeTableCell();
            cell.add(cells[i] instanceof Component component ? component : new Span(String.valueOf(cells[i])));
            if (numeric.contains(i)) {
                cell.addClassName("hg-number");
            }
            row.add(cell);
        }
        table.getBody().add(row);
        return this;
    }

    public void clear() {
        table.getBody().removeAll();
    }

    public int rows() {
        return (int) table.getBody().getChildren().count();
    }
}
