package vn.dondoc.testing;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.bind.annotation.GetMapping;

import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureRulesTest {

    @ParameterizedTest
    @MethodSource("rules")
    void each_rule_finds_its_planted_violation(ArchRule rule) {
        var planted = new ClassFileImporter().importClasses(Violations.class);
        assertThat(rule.evaluate(planted).hasViolation()).isTrue();
    }

    @Test
    void the_platform_asks_no_wall_clock() {
        ArchitectureRules.NOBODY_ASKS_THE_WALL_CLOCK.check(ArchitectureRules.classesOf("vn.dondoc.platform"));
    }

    static java.util.Collection<ArchRule> rules() {
        return ArchitectureRules.all().values();
    }

    /** Everything that is forbidden. */
    static class Violations {

        void save(MongoTemplate mongo) {
            mongo.save(new Object());
        }

        LocalDate today() {
            return LocalDate.now(java.time.ZoneOffset.UTC);
        }

        @GetMapping("/api/open")
        String open() {
            return "for all";
        }
    }
}
