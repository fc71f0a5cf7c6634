package org.histogrid.base.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;

/// Short messages at the foot of the page.
public final class Notices {

    private static final int SHORT_MILLIS = 4_000;
    private static final int LONG_MILLIS = 12_000;

    private Notices() {}

    public static void show(String sentence) {
        Notification.show(sentence, SHORT_MILLIS, Position.BOTTOM_START);
    }

    /// Stays longer, and a screen reader says it at once.
    public static void showError(String sentence) {
        var notification = Notification.show(sentence, LONG_MILLIS, Position.BOTTOM_START, true);
        notification.addThemeVariants(NotificationVariant.ERROR);
    }
}
