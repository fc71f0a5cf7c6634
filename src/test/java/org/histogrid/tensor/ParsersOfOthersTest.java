package org.histogrid.tensor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ParsersOfOthersTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.histogrid");

    @Test
    void theyRunInTheChildProcessOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.histogrid.tensor.child..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.jhdf..", "dev.hardwood.."))
                .check(CLASSES);
    }

    @Test
    void theChildKnowsNothingOfTheServer() {
        noClasses()
                .that()
                .resideInAPackage("org.histogrid.tensor.child..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.histogrid.tensor",
                        "org.histogrid.base..",
                        "org.histogrid.dataset..",
                        "org.springframework.."))
                .check(CLASSES);
    }
}
