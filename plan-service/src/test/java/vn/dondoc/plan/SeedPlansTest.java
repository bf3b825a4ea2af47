package vn.dondoc.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Frequency;

import static org.assertj.core.api.Assertions.assertThat;

/** The plans of real communes, where they lie beside the project. */
@EnabledIf("vn.dondoc.plan.SeedPlansTest#areThere")
class SeedPlansTest extends PlanServiceTest {

    private static final Path PLANS = Path.of(System.getProperty("dondoc.root", "."), "..", "shared", "plans");

    static boolean areThere() {
        return Files.isRegularFile(PLANS.resolve("lien-minh-2025.docx"));
    }

    @Test
    void four_tasks_and_reports_before_the_25th() throws IOException {
        var content = read("lien-minh-2025.docx");
        assertThat(content.tasks()).hasSize(4);
        assertThat(content.reporting()).anySatisfy(rule -> {
            assertThat(rule.frequency()).isEqualTo(Frequency.MONTHLY);
            assertThat(rule.day()).isEqualTo(25);
            assertThat(rule.strict()).isTrue();
        });
    }

    @Test
    void nine_tasks_the_targets_of_the_annex_and_reports_before_the_15th() throws IOException {
        var content = read("dien-quang-2025.docx");
        assertThat(content.tasks()).hasSize(9);
        assertThat(content.targets()).hasSizeGreaterThanOrEqualTo(21);
        assertThat(content.reporting()).anySatisfy(rule -> {
            assertThat(rule.frequency()).isEqualTo(Frequency.MONTHLY);
            assertThat(rule.day()).isEqualTo(15);
        });
    }

    private Plans.Content read(String name) throws IOException {
        var draft = drafted(standing(), name, Files.readAllBytes(PLANS.resolve(name)));
        draft.content().tasks().forEach(row -> assertThat(row.source()).isNotNull());
        return draft.content();
    }
}
