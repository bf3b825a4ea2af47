package vn.dondoc.plan.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.plan.rules.BrokenRules;

/** What settings may say: few steps, in order, and spans that somebody can live with. */
final class SettingsRules {

    private static final int MOST_STEPS = 5;
    private static final int FARTHEST_BEFORE = 60;
    private static final int FARTHEST_AFTER = 90;
    private static final int LONGEST_PAUSE = 60;
    private static final int LONGEST_SILENCE = 365;
    private static final int LONGEST_EXPLAINING = 30;

    private final BrokenRules broken = new BrokenRules();

    private SettingsRules() {}

    static BrokenRules check(Organisation.SettingsWanted wanted) {
        var rules = new SettingsRules();
        rules.steps("daysLeft", wanted.daysLeft(), FARTHEST_BEFORE, false, "DAYS_LEFT_BROKEN");
        rules.steps("daysLate", wanted.daysLate(), FARTHEST_AFTER, true, "DAYS_LATE_BROKEN");
        rules.between("overdueEvery", wanted.overdueEvery(), 0, LONGEST_PAUSE);
        rules.between("acceptAfter", wanted.acceptAfter(), 0, LONGEST_PAUSE);
        rules.between("staleAfter", wanted.staleAfter(), 1, LONGEST_SILENCE);
        rules.between("explainWithin", wanted.explainWithin(), 1, LONGEST_EXPLAINING);
        return rules.broken;
    }

    private void steps(String field, List<Integer> days, int farthest, boolean rising, String code) {
        var fine = days.size() <= MOST_STEPS && days.stream().allMatch(day -> day >= (rising ? 1 : 0) && day <= farthest);
        for (int i = 1; i < days.size(); i++) {
            var step = days.get(i) - days.get(i - 1);
            fine &= rising ? step > 0 : step < 0;
        }
        broken.require(fine, field, code, MOST_STEPS, farthest);
    }

    private void between(String field, @Nullable Integer days, int least, int most) {
        broken.require(days == null || days >= least && days <= most, field, "DAYS_RANGE", least, most);
    }
}
