package org.histogrid.base.ui;

import com.vaadin.flow.component.html.NativeButton;

/// A small quiet button of a panel or row. A plain button of the browser, because a large grid has hundreds of them.
public final class ToolButton extends NativeButton {

    /// @param sign the letter or word seen
    /// @param what the action in words, heard by screen readers and seen on hover
    public ToolButton(String sign, String what, Runnable action) {
        super(sign);
        addClassName("hg-tool");
        getElement().setAttribute("type", "button");
        describe(what);
        addClickListener(_ -> action.run());
    }

    public void describe(String what) {
        getElement().setAttribute("aria-label", what);
        getElement().setAttribute("title", what);
    }
}
