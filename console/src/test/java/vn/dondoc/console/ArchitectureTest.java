package vn.dondoc.console;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTest {

    private final com.tngtech.archunit.core.domain.JavaClasses classes =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("vn.dondoc.console");

    @Test
    void capabilitiesDoNotGoRoundInCircles() {
        assertThat(classes).hasSizeGreaterThan(60);
        slices().matching("vn.dondoc.console.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void theConsoleKnowsNeitherServicesNorBroker() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage(
                "vn.dondoc.platform..", "vn.dondoc.plan..", "vn.dondoc.task..", "vn.dondoc.reporting..", "vn.dondoc.notification..", "org.apache.kafka..").check(classes);
    }

    @Test
    void timeIsPassedIn() {
        noClasses().should().callMethod(java.time.Instant.class, "now").orShould().callMethod(java.time.LocalDate.class, "now")
                .orShould().callMethod(System.class, "currentTimeMillis").check(classes);
    }
}
