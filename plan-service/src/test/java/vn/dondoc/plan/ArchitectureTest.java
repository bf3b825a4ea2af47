package vn.dondoc.plan;

import org.junit.jupiter.api.Test;
import vn.dondoc.testing.ArchitectureRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTest {

    @Test
    void the_rules_of_all_services_hold() {
        ArchitectureRules.check("vn.dondoc.plan");
    }

    @Test
    void capabilities_depend_on_each_other_one_way_and_names_on_nothing() {
        var classes = ArchitectureRules.classesOf("vn.dondoc.plan");
        noClasses().that().resideInAPackage("vn.dondoc.plan.naming")
                .should().dependOnClassesThat().resideInAnyPackage("vn.dondoc.platform..", "org.springframework..", "vn.dondoc.reading..")
                .check(classes);
        noClasses().that().resideInAPackage("vn.dondoc.plan.published")
                .should().dependOnClassesThat().resideInAnyPackage("vn.dondoc.plan.draft", "vn.dondoc.plan.publication")
                .check(classes);
        noClasses().that().resideInAPackage("vn.dondoc.plan.draft")
                .should().dependOnClassesThat().resideInAPackage("vn.dondoc.plan.publication")
                .check(classes);
    }
}
