package vn.dondoc.plan.export;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;

/**
 * A plan or a draft as it is written out.
 *
 * @param duties and measures and objectives: what is asked for without being a task
 * @param communeName of whose document it is, "Xã Thượng Thử"
 */
record Exported(
        String communeName, Plans.Heading heading, List<Task> tasks, List<Target> targets, List<Rule> rules, List<Plans.Duty> duties,
        List<String> recipients, List<Plans.Duty> measures, List<Plans.Duty> objectives) {

    /** Without measures and objectives. */
    Exported(
            String communeName, Plans.Heading heading, List<Task> tasks, List<Target> targets, List<Rule> rules, List<Plans.Duty> duties,
            List<String> recipients) {
        this(communeName, heading, tasks, targets, rules, duties, recipients, List.of(), List.of());
    }

    /** How many lines it takes, about. */
    int rows() {
        return tasks.size() + targets.size() + rules.size() + duties.size() + recipients.size() + measures.size() + objectives.size();
    }

    record Task(
            @Nullable String ordinal, String title, List<String> lead, List<String> coordinating, @Nullable String product,
            @Nullable Long budgetVnd, @Nullable Due due, @Nullable String dueText) {}

    record Target(@Nullable String group, String name, String operator, BigDecimal value, String unit) {}

    /** @param day as it is printed; {@code strict} where it is not itself in time */
    record Rule(String reporter, String recipient, Frequency frequency, @Nullable Integer day, @Nullable Integer month, boolean strict) {}
}
