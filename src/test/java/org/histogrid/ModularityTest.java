package org.histogrid;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTest {

    private final ApplicationModules modules = ApplicationModules.of(HistogridApplication.class);

    @Test
    void modulesKeepToWhatTheyMayUse() {
        modules.verify();
    }

    @Test
    void diagramsAreWrittenToTarget() {
        new Documenter(modules).writeModulesAsPlantUml();
    }
}
