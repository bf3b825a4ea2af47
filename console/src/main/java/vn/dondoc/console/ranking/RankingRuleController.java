package vn.dondoc.console.ranking;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.console.timekeeping.OwnPlace;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.id.UnitId;

/** "Quy tắc xếp hạng": what counts, who is compared, who is proposed; and all that stood before. */
@Controller
class RankingRuleController {

    private final RankingCalls calls;
    private final OwnPlace place;
    private final Problems problems;

    RankingRuleController(RankingCalls calls, OwnPlace place, Problems problems) {
        this.calls = calls;
        this.place = place;
        this.problems = problems;
    }

    @GetMapping("/ranking-rule")
    String own() {
        return "redirect:/ranking-rule/" + place.province().orElseThrow(() -> new Refused(problem(404, "NOT_FOUND"))).value();
    }

    @GetMapping("/ranking-rule/{unit}")
    String page(@PathVariable UnitId unit, Model model) {
        return show(unit, null, null, model);
    }

    @PostMapping("/ranking-rule/{unit}")
    String set(
            @PathVariable UnitId unit, @RequestParam MultiValueMap<String, String> fields, @RequestParam(defaultValue = "save") String act,
            @RequestParam(defaultValue = "0") long version, Model model, HttpServletResponse response, RedirectAttributes after) {
        var typed = RankingRuleForm.read(fields);
        var wanted = act.equals("off") ? typed.off() : typed.wanted();
        if (wanted.weights().isEmpty() && !act.equals("off")) {
            response.setStatus(422);
            return show(unit, typed, problem(422, "RANKING_WEIGHTS"), model);
        }
        try {
            calls.set(unit, wanted, version);
            after.addFlashAttribute("said", act.equals("off") ? "ranking.said.off" : "ranking.said");
            return "redirect:/ranking-rule/" + unit.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(unit, typed, refused.problem(), model);
        }
    }

    private String show(UnitId unit, @Nullable RankingRuleForm typed, @Nullable Problem problem, Model model) {
        var rule = calls.rule(unit);
        model.addAttribute("rule", rule);
        model.addAttribute("form", typed != null ? typed : rule.versions().isEmpty() ? RankingRuleForm.empty() : RankingRuleForm.of(rule.versions().getFirst().content()));
        model.addAttribute("weighted", List.of(Rankings.Figure.values()));
        model.addAttribute("problem", problem);
        return "rankings/rule";
    }

    private Problem problem(int status, String code) {
        return problems.of(status, code, LocaleContextHolder.getLocale());
    }
}
