package org.histogrid.project.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import java.util.function.BooleanSupplier;

/// Keeps people from losing edits they have not saved.
final class UnsavedGuard {

    private UnsavedGuard() {}

    /// Whether the browser asks before the page is closed or loaded again.
    static void warn(boolean unsaved) {
        UI.getCurrent()
                .getPage()
                .executeJs("window.onbeforeunload = $0 ? (event) => event.preventDefault() : null", unsaved);
    }

    /// Asks before going elsewhere in the application.
    static void ask(ContinueNavigationAction leave, Runnable save, BooleanSupplier isSaved) {
        var dialog = new ConfirmDialog();
        dialog.setHeader("Save your changes?");
        dialog.setText("This project has changes that are not saved.");
        dialog.setCancelable(true);
        dialog.setCancelText("Keep editing");
        dialog.setRejectable(true);
        dialog.setRejectText("Discard");
        dialog.setConfirmText("Save");
        dialog.addCancelListener(_ -> leave.cancel());
        dialog.addRejectListener(_ -> leave(leave));
        dialog.addConfirmListener(_ -> {
            save.run();
            if (isSaved.getAsBoolean()) {
                leave(leave);
            } else {
                leave.cancel();
            }
        });
        dialog.open();
    }

    private static void leave(ContinueNavigationAction leave) {
        warn(false);
        leave.proceed();
    }
}
