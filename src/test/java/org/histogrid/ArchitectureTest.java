package org.histogrid;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Service;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.histogrid");

    @Test
    void numbersAndReadersKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage("org.histogrid.stats..", "org.histogrid.tensor..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.springframework..",
                                "jakarta.persistence..",
                                "com.vaadin..",
                                // The streaming parser is for safetensors and JSON; binding to types is not
                                "tools.jackson.databind..")
                        // Their package-info says what they may use
                        .and(resideOutsideOfPackage("org.springframework.modulith..")))
                .check(CLASSES);
    }

    @Test
    void featuresDoNotDependOnTheirViews() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..ui..", "org.histogrid.shell..", "org.histogrid.chart..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..ui..", "com.vaadin.flow.component..")
                .check(CLASSES);
    }

    @Test
    void viewsSeeNoEntitiesAndNoRepositories() {
        noClasses()
                .that()
                .resideInAPackage("..ui..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Repository.class)
                .check(CLASSES);
    }

    @Test
    void entitiesRepositoriesAndViewsAreTheirPackagesOwn() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void beansAreMadeByTheirConstructors() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(CLASSES);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Service.class)
                .and()
                .haveNameMatching("set[A-Z].*")
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void timeIsReadFromTheClockThatIsHandedIn() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.histogrid.base.store..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }
}
