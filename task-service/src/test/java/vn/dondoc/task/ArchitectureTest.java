package vn.dondoc.task;

import org.junit.jupiter.api.Test;
import vn.dondoc.testing.ArchitectureRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTest {

    @Test
    void the_rules_of_all_services_hold() {
        ArchitectureRules.check("vn.dondoc.task");
    }

    @Test
    void deadlines_know_nothing_of_assignments_and_the_life_of_one_knows_nothing_of_the_web() {
        var classes = ArchitectureRules.classesOf("vn.dondoc.task");
        noClasses().that().resideInAPackage("vn.dondoc.task.deadline")
                .should().dependOnClassesThat().resideInAnyPackage("vn.dondoc.task.assignment", "vn.dondoc.task.web", "org.springframework..")
                .check(classes);
        noClasses().that().resideInAPackage("vn.dondoc.task.assignment")
                .should().dependOnClassesThat().resideInAnyPackage("vn.dondoc.task.web", "vn.dondoc.task.worklist", "vn.dondoc.task.planning")
                .check(classes);
    }
}
