package vn.dondoc.plan.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.paper.Block;
import vn.dondoc.paper.Paper;
import vn.dondoc.paper.WordPaper;
import vn.dondoc.plan.draft.Draft;
import vn.dondoc.plan.draft.DraftAccess;
import vn.dondoc.plan.published.Lineage;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.plan.published.PlanQuery;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;

/** Hands out plans and drafts as documents; each as its caller sees it. */
@RestController
class ExportController {

    private static final MediaType DOCX = MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final MediaType XLSX = MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** A plan that was amended many times may be longer than a draft can be; a document of more pages is of no use to anybody. */
    private static final int MOST_ROWS = 10_000;

    private final PlanQuery plans;
    private final Aggregates<Plan> published;
    private final Aggregates<Draft> drafts;
    private final DraftAccess access;
    private final Directory directory;

    ExportController(
            PlanQuery plans, Aggregates<Plan> published, Aggregates<Draft> drafts, DraftAccess access, Directory directory) {
        this.plans = plans;
        this.published = published;
        this.drafts = drafts;
        this.access = access;
        this.directory = directory;
    }

    @Allowed(on = Reach.BRANCH)
    @GetMapping("/api/plans/{id}/export")
    ResponseEntity<StreamingResponseBody> plan(
            @PathVariable String id, @RequestParam(defaultValue = "docx") String format, Caller caller) {
        var plan = plans.find(id, caller.branch()).orElseThrow(ProblemException::notFound);
        return answer(Exports.of(plan, documentOf(id)), nameOf(plan.summary().number(), plan.summary().title()), format);
    }

    private Plans.@Nullable Content documentOf(String plan) {
        return published.find(plan).map(Versioned::state).flatMap(found -> Optional.ofNullable(found.lineage())).map(Lineage::source)
                .flatMap(draft -> drafts.find(draft.value())).map(draft -> draft.state().content()).orElse(null);
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_ADMINISTRATOR, COMMUNE_LEADER, PROVINCE_ADMINISTRATOR}, on = Reach.BRANCH)
    @GetMapping("/api/plans/drafts/{id}/export")
    ResponseEntity<StreamingResponseBody> draft(
            @PathVariable String id, @RequestParam(defaultValue = "docx") String format, Caller caller) {
        var within = access.within(caller, COMMUNE_STANDING, COMMUNE_ADMINISTRATOR, COMMUNE_LEADER, PROVINCE_ADMINISTRATOR);
        var draft = drafts.find(id, within).orElseThrow(ProblemException::notFound).state();
        var heading = draft.content().document();
        return answer(
                Exports.of(directory.nameOf(draft.commune()), draft.content()),
                nameOf(heading.number(), Objects.requireNonNullElse(heading.title(), "du-thao")), format);
    }

    @Allowed(on = Reach.SELF)
    @GetMapping("/api/plans/annex-form")
    ResponseEntity<StreamingResponseBody> form() {
        var table = new Block.Grid(PaperOf.TASKS, PaperOf.TASK_WIDTHS, List.of());
        var annex = new Paper.Annex("Phụ lục I", "DANH MỤC NHIỆM VỤ", "", table);
        return answer("mau-phu-luc.xlsx", XLSX, out -> SheetPaper.writeForm(annex, out));
    }

    private static ResponseEntity<StreamingResponseBody> answer(Exported exported, String name, String format) {
        if (exported.rows() > MOST_ROWS) {
            throw ProblemException.of(422, "EXPORT_TOO_LONG", MOST_ROWS);
        }
        var paper = PaperOf.of(exported);
        return switch (format) {
            case "docx" -> answer(name + ".docx", DOCX, out -> WordPaper.write(paper, out));
            case "xlsx" -> answer(name + ".xlsx", XLSX, out -> SheetPaper.write(paper, out));
            default -> throw ProblemException.of(400, "FORMAT_UNKNOWN");
        };
    }

    private interface Writing {

        void to(OutputStream out) throws IOException;
    }

    private static ResponseEntity<StreamingResponseBody> answer(String name, MediaType type, Writing writing) {
        var disposition = ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(writing::to);
    }

    private static String nameOf(@Nullable String number, String title) {
        var name = (number == null ? title : number).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return name.length() > 80 ? name.substring(0, 80) : name;
    }
}
