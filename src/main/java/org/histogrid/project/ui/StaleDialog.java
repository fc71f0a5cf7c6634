package org.histogrid.project.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import org.histogrid.base.Stale;
import org.histogrid.base.ui.When;

/// Somebody else saved first: says who and when, and what to do with one's own edits, which stay until then.
final class StaleDialog extends ConfirmDialog {

    StaleDialog(Stale stale, Runnable openTheirs, Runnable saveCopy) {
        setHeader("%s saved this project meanwhile".formatted(stale.savedBy()));
        setText("%s saved another version on %s. Your edits are still here."
                .formatted(stale.savedBy(), When.exact(stale.savedAt())));
        setCancelable(true);
        setCancelText("Keep editing");
        setRejectable(true);
        setRejectText("Open theirs");
        setConfirmText("Save mine as a copy");
        addRejectListener(_ -> openTheirs.run());
        addConfirmListener(_ -> saveCopy.run());
    }
}
