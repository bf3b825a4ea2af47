package vn.dondoc.plan.export;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.plan.publication.LastDay;

/** Which reports a document asks for in the words of its duties already: said once more, they would be read twice. */
final class SaidReports {

    private final List<Plans.Duty> duties;

    /** @param duties those that are written out, with their places */
    SaidReports(List<Plans.Duty> duties) {
        this.duties = duties;
    }

    /** Whether it was read of one of the duties, and the day is still the one that stands there. */
    boolean says(Plans.RuleRow rule) {
        return duties.stream().anyMatch(duty -> isWithin(rule.source(), duty.source()) && names(duty.text(), rule.day()));
    }

    /** The same of a published plan, whose rows tell no places: those of the document it comes from do. */
    boolean says(Plans.PlanRule rule, Plans.Content document) {
        return document.reporting().stream().filter(row -> !row.dropped() && row.frequency() == rule.frequency())
                .filter(row -> LastDay.of(row).equals(new LastDay(rule.day(), rule.month()))).anyMatch(this::says);
    }

    private static boolean isWithin(Plans.@Nullable Source inner, Plans.@Nullable Source outer) {
        return inner != null && outer != null && outer.start() >= 0 && inner.file() == null && outer.file() == null
                && inner.start() >= outer.start() && inner.end() <= outer.end();
    }

    private static boolean names(String text, @Nullable Integer day) {
        return day == null || Pattern.compile("(?<!\\d)0?" + day + "(?!\\d)").matcher(text).find();
    }
}
