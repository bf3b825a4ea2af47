package vn.dondoc.notification;

import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import vn.dondoc.testing.ArchitectureRules;

class ArchitectureTest {

    private static final String SERVICE = "vn.dondoc.notification";

    @Test
    void the_rules_of_all_services_hold() {
        ArchitectureRules.check(SERVICE);
    }

    @Test
    void capabilities_depend_on_each_other_in_one_direction() {
        SlicesRuleDefinition.slices().matching(SERVICE + ".(*)..").should().beFreeOfCycles()
                .check(ArchitectureRules.classesOf(SERVICE));
    }
}
