package vn.dondoc.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.repository.Repository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import vn.dondoc.platform.access.Allowed;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Rules that every service keeps; each was seen to fail on a planted violation. */
public final class ArchitectureRules {

    /** State and events change together, through the platform's aggregates: nothing saves, replaces or removes whole documents. */
    public static final ArchRule NOTHING_SAVES_WHOLE_DOCUMENTS = noClasses()
            .should().callMethodWhere(calls("save|findAndReplace|replace", MongoTemplate.class))
            .orShould().beAssignableTo(Repository.class)
            .because("an aggregate's history is its outbox: a write beside it loses events");

    /** Time is passed in. */
    public static final ArchRule NOBODY_ASKS_THE_WALL_CLOCK = noClasses()
            .that().resideOutsideOfPackage("vn.dondoc.platform.time")
            .should().callMethodWhere(calls("now", Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class))
            .orShould().callMethodWhere(calls("currentTimeMillis", System.class))
            .orShould().callMethodWhere(calls("system.*", Clock.class))
            .orShould().callConstructor(Date.class)
            .because("deadlines run by the domain clock, leases and retries by the injected system clock");

    /** Every handler says who may call it; what exists in local only is guarded by its secret. */
    public static final ArchRule EVERY_ENDPOINT_HAS_A_RULE = methods()
            .that().areAnnotatedWith(GetMapping.class)
            .or().areAnnotatedWith(PostMapping.class)
            .or().areAnnotatedWith(PutMapping.class)
            .or().areAnnotatedWith(PatchMapping.class)
            .or().areAnnotatedWith(DeleteMapping.class)
            .should().beAnnotatedWith(Allowed.class)
            .allowEmptyShould(true);

    private ArchitectureRules() {}

    private static DescribedPredicate<JavaCall<?>> calls(String names, Class<?>... owners) {
        return DescribedPredicate.describe(
                "calls " + names + " of " + List.of(owners),
                call -> call.getTarget().getName().matches(names)
                        && Stream.of(owners).anyMatch(owner -> call.getTargetOwner().isEquivalentTo(owner)));
    }

    /** The rules by name. */
    public static Map<String, ArchRule> all() {
        return Map.of(
                "nothing saves whole documents", NOTHING_SAVES_WHOLE_DOCUMENTS,
                "nobody asks the wall clock", NOBODY_ASKS_THE_WALL_CLOCK,
                "every endpoint has a rule", EVERY_ENDPOINT_HAS_A_RULE);
    }

    /** The classes of a package and below, without tests. */
    public static JavaClasses classesOf(String basePackage) {
        return new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages(basePackage);
    }

    /** @throws AssertionError naming each broken rule's place */
    public static void check(String basePackage) {
        var classes = classesOf(basePackage);
        if (classes.isEmpty()) {
            throw new AssertionError("No class below " + basePackage);
        }
        all().values().forEach(rule -> rule.check(classes));
    }
}
