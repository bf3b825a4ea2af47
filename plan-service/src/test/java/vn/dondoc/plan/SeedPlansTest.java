package vn.dondoc.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.plan.publication.Readiness;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;

import static org.assertj.core.api.Assertions.assertThat;

/** The plans of real communes, where they lie beside the project. */
@EnabledIf("vn.dondoc.plan.SeedPlansTest#areThere")
class SeedPlansTest extends PlanServiceTest {


    static boolean areThere() {
        return Files.isRegularFile(Documents.PLANS.resolve("lien-minh-2025.docx"));
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

    static Stream<Path> documents() throws IOException {
        if (!areThere()) {
            return Stream.empty();
        }
        try (var files = Files.list(Documents.PLANS)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    /** What the document says goes in as a row of some list, and what is not looked at blocks nothing but for duties. */
    @ParameterizedTest
    @MethodSource("documents")
    void every_document_becomes_a_draft_and_nothing_is_left_lying(Path file) throws IOException {
        var draft = drafted(PROVINCE.token("xa2.vhxh", Role.COMMUNE_STANDING), file.getFileName().toString(), Files.readAllBytes(file));
        var read = read(file);
        assertThat(draft.content().measures()).hasSameSizeAs(read.measures());
        assertThat(draft.content().objectives()).hasSameSizeAs(read.objectives());
        assertThat(draft.content().measures()).allSatisfy(row -> assertThat(row.source()).isNotNull());
        assertThat(new Readiness(unit -> true).check(draft.content()).all()).extracting(rule -> rule.field()).doesNotContainAnyElementsOf(
                Stream.concat(draft.content().measures().stream(), draft.content().objectives().stream()).map(Plans.Duty::row).toList());
    }

    private static Reading read(Path file) throws IOException {
        return ((ReadingResult.Read) new PlanReader().read(new SourceFile(file.getFileName().toString(), Files.readAllBytes(file)))).reading();
    }

    private Plans.Content read(String name) throws IOException {
        var draft = drafted(standing(), name, Files.readAllBytes(Documents.PLANS.resolve(name)));
        draft.content().tasks().forEach(row -> assertThat(row.source()).isNotNull());
        return draft.content();
    }
}
