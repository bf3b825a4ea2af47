package vn.dondoc.reporting;

import org.junit.jupiter.api.Test;
import vn.dondoc.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheRulesOfAllServices() {
        ArchitectureRules.check("vn.dondoc.reporting");
    }
}
