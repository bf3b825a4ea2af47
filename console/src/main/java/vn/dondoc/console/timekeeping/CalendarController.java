package vn.dondoc.console.timekeeping;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.clock.DomainClock;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.id.UnitId;

/** The working days of the user's province, year by year; rows that are pasted or uploaded become the whole table of a year. */
@Controller
class CalendarController {

    private final TimekeepingCalls calls;
    private final OwnPlace place;
    private final DomainClock clock;
    private final Problems problems;

    CalendarController(TimekeepingCalls calls, OwnPlace place, DomainClock clock, Problems problems) {
        this.calls = calls;
        this.place = place;
        this.clock = clock;
        this.problems = problems;
    }

    /** What was typed, and what of it cannot be read. */
    private record Typed(String rows, String source, List<Organisation.BrokenRow> broken) {}

    @GetMapping("/calendar")
    String thisYear() {
        return "redirect:/calendar/" + clock.today().getYear();
    }

    @GetMapping("/calendar/{year}")
    String page(@PathVariable int year, Model model) {
        return show(calls.calendar(province(), year), null, null, model);
    }

    @PostMapping("/calendar/{year}")
    String set(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String source,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var province = province();
        try {
            var read = calls.rows(province, year, fileOf(file, rows));
            if (!read.broken().isEmpty()) {
                response.setStatus(422);
                return show(calls.calendar(province, year), new Typed(rows, source, read.broken()), null, model);
            }
            calls.set(province, year, new Organisation.CalendarWanted(read.days(), source), version);
            after.addFlashAttribute("said", "calendar.said");
            return "redirect:/calendar/" + year;
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(calls.calendar(province, year), new Typed(rows, source, List.of()), refused.problem(), model);
        }
    }

    private String show(Organisation.Calendar calendar, @Nullable Typed typed, @Nullable Problem problem, Model model) {
        model.addAttribute("calendar", calendar);
        model.addAttribute("months", CalendarMonths.of(calendar).months());
        model.addAttribute("rows", typed == null ? CalendarMonths.rows(calendar) : typed.rows());
        model.addAttribute("source", typed == null ? Objects.requireNonNullElse(calendar.source(), "") : typed.source());
        model.addAttribute("broken", typed == null ? List.of() : typed.broken());
        model.addAttribute("problem", problem);
        return "timekeeping/calendar";
    }

    /** A file that was chosen counts more than what stands in the field. */
    private static Resource fileOf(@Nullable MultipartFile file, String rows) {
        return file != null && !file.isEmpty() ? file.getResource() : new ByteArrayResource(rows.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "rows.txt";
            }
        };
    }

    private UnitId province() {
        return place.province().orElseThrow(() -> new Refused(problems.of(404, "NOT_FOUND", LocaleContextHolder.getLocale())));
    }
}
