package vn.dondoc.reporting.consolidation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.paper.Paper;
import vn.dondoc.paper.PdfPaper;
import vn.dondoc.paper.WordPaper;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Download;

/** The consolidated report, or one of its corrections, as .docx, .pdf and .xlsx. */
@Controller
@RequestMapping("/api/reports/consolidations/{id}")
class DocumentController {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PDF = "application/pdf";

    private final Acts acts;
    private final Views views;
    private final ConsolidationPaper paper;
    private final ConsolidationBook book;

    DocumentController(Acts acts, Views views, ConsolidationPaper paper, ConsolidationBook book) {
        this.acts = acts;
        this.views = views;
        this.paper = paper;
        this.book = book;
    }

    @GetMapping("/document")
    @Allowed(on = Reach.OVERSEEN)
    void word(@PathVariable String id, @RequestParam(required = false) @Nullable Integer correction, Caller caller, HttpServletResponse response) throws IOException {
        var laidOut = paper(id, correction, caller);
        Download.send(response, name(correction) + ".docx", DOCX, out -> WordPaper.write(laidOut, out));
    }

    @GetMapping("/pdf")
    @Allowed(on = Reach.OVERSEEN)
    void pdf(@PathVariable String id, @RequestParam(required = false) @Nullable Integer correction, Caller caller, HttpServletResponse response) throws IOException {
        var laidOut = paper(id, correction, caller);
        Download.send(response, name(correction) + ".pdf", PDF, out -> PdfPaper.write(laidOut, out));
    }

    @GetMapping("/workbook")
    @Allowed(on = Reach.OVERSEEN)
    void workbook(@PathVariable String id, Caller caller, HttpServletResponse response) throws IOException {
        var whole = whole(id, caller);
        Download.send(response, name(null) + ".xlsx", Download.XLSX, out -> book.write(whole, out));
    }

    private Paper paper(String id, @Nullable Integer correction, Caller caller) {
        var whole = whole(id, caller);
        if (correction == null) {
            return paper.report(whole);
        }
        return whole.corrections().stream().filter(one -> one.number() == correction).findFirst().map(one -> paper.correction(whole, one))
                .orElseThrow(ProblemException::notFound);
    }

    private Consolidations.Consolidation whole(String id, Caller caller) {
        return views.one(acts.find(id, caller), caller);
    }

    private static String name(@Nullable Integer correction) {
        return "bao-cao-tong-hop" + (correction == null ? "" : "-bo-sung-" + correction);
    }
}
