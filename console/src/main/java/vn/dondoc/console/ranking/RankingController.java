package vn.dondoc.console.ranking;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.Directory;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.id.UnitId;

/** "Xếp hạng": places of a period that is over, and who is proposed for commendation. */
@Controller
class RankingController {

    private final RankingCalls calls;
    private final Directory directory;

    RankingController(RankingCalls calls, Directory directory) {
        this.calls = calls;
        this.directory = directory;
    }

    private interface Asking {

        Rankings.Ranking of(@Nullable String period);
    }

    @GetMapping("/rankings")
    String communes(@RequestParam(required = false) @Nullable String period, Model model) {
        model.addAttribute("rows", new RankingRows("commune"));
        return show(period, calls::communes, model);
    }

    @GetMapping("/rankings/communes/{id}")
    String units(@PathVariable UnitId id, @RequestParam(required = false) @Nullable String period, Model model) {
        model.addAttribute("commune", id.value());
        model.addAttribute("rows", new RankingRows("unit"));
        return show(period, asked -> calls.units(id, asked), model);
    }

    /** A period that has no ranking is said beside the others. */
    private String show(@Nullable String period, Asking asking, Model model) {
        model.addAttribute("who", directory.who());
        try {
            model.addAttribute("ranking", asking.of(period));
        } catch (Refused refused) {
            if (period == null || refused.status() != HttpStatus.UNPROCESSABLE_CONTENT.value()) {
                throw refused;
            }
            model.addAttribute("problem", refused.problem());
            model.addAttribute("ranking", asking.of(null));
        }
        return "rankings/ranking";
    }
}
