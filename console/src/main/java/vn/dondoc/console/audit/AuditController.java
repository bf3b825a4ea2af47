package vn.dondoc.console.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.dondoc.console.page.Directory;

/** Who did what when, newest first. */
@Controller
class AuditController {

    private final AuditCalls calls;
    private final Directory directory;
    private final AuditWords words;

    AuditController(AuditCalls calls, Directory directory, AuditWords words) {
        this.calls = calls;
        this.directory = directory;
        this.words = words;
    }

    @GetMapping("/audit")
    String list(@ModelAttribute("filter") AuditFilter filter, @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Model model) {
        model.addAttribute("trail", calls.list(filter));
        model.addAttribute("words", words);
        if (part != null) {
            return "audit/list :: results";
        }
        model.addAttribute("services", AuditCalls.services().toList());
        model.addAttribute("types", words.types());
        model.addAttribute("communes", directory.who().province() ? directory.communes() : List.of());
        return "audit/list";
    }
}
