package org.histogrid.shell;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/// The page around every view: theme, colours after the system's choice of light or dark, icon.
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
// Small, and part of nearly every page; they fetch the chart library themselves when first drawing
@JsModule("./step-chart.ts")
@JsModule("./plane-chart.ts")
@JsModule("./band-chart.ts")
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
public class HistogridShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Histogrid");
        settings.addLink("icon", "favicon.svg");
        settings.addMetaTag("color-scheme", "light dark");
    }
}
