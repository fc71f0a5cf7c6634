package org.histogrid.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/// The keys that take edits back and do them again, wherever on the page the focus is, except in fields of text:
/// there they are the browser's own.
@Tag("edit-keys")
@JsModule("./edit-keys.ts")
final class EditKeys extends Component {

    EditKeys(Runnable undo, Runnable redo) {
        addListener(Undo.class, _ -> undo.run());
        addListener(Redo.class, _ -> redo.run());
    }

    @DomEvent("edit-undo")
    public static final class Undo extends ComponentEvent<EditKeys> {
        public Undo(EditKeys source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    @DomEvent("edit-redo")
    public static final class Redo extends ComponentEvent<EditKeys> {
        public Redo(EditKeys source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
