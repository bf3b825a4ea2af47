package vn.dondoc.plan.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.draft.Draft;
import vn.dondoc.plan.draft.DutyPart;
import vn.dondoc.plan.draft.Publication;
import vn.dondoc.plan.published.PlanParts;
import vn.dondoc.platform.problem.ProblemConfiguration;

/** Makes the parts of a plan out of a draft; ids derive from the draft and the row, so that every try makes the same. */
@Component
public class PlanMapping {

    private static final int LONGEST_IN_TITLE = 160;

    private final MessageSource messages;

    PlanMapping(MessageSource messages) {
        this.messages = messages;
    }

    PlanParts parts(Draft draft, Publication publication) {
        return parts(draft, draft.content(), publication.plan(), publication.day());
    }

    /** The parts that come of some of a draft's rows, within that plan. */
    public PlanParts parts(Draft draft, Plans.Content content, PlanId id, LocalDate day) {
        var tasks = content.tasks().stream().filter(row -> !row.dropped()).toList();
        var targets = content.targets().stream().filter(row -> !row.dropped()).toList();
        var rules = content.reporting().stream().filter(row -> !row.dropped()).toList();
        var heading = content.document();
        var plan = new PlanState(
                id, draft.province(), draft.commune(), title(heading), heading.number(), heading.issuedOn(), heading.year(),
                day, tasks.size(), targets.size(), rules.size(), heading.programme());
        return new PlanParts(
                plan, draft.id(),
                IntStream.range(0, tasks.size()).mapToObj(order -> task(draft, plan.id(), order, tasks.get(order)).within(plan.programme())).toList(),
                IntStream.range(0, targets.size()).mapToObj(order -> target(draft, plan.id(), order, targets.get(order))).toList(),
                rules.stream().map(row -> rule(draft, plan, row)).toList(),
                watched(content), heading.parent());
    }

    private static List<Plans.WatchedDuty> watched(Plans.Content content) {
        return Stream.of(DutyPart.values())
                .flatMap(part -> part.of(content).stream().filter(part::watches).map(part::watched)).toList();
    }

    private static PlannedTask task(Draft draft, PlanId plan, int order, Plans.TaskRow row) {
        var lead = units(row.lead());
        return new PlannedTask(
                new TaskId(id("task", draft, row.row())), plan, draft.province(), draft.commune(), order, row.ordinal(), row.title(), lead,
                units(row.coordinating()).stream().filter(unit -> !lead.contains(unit)).toList(), row.product(), row.budgetVnd(), row.due());
    }

    private static PlannedTarget target(Draft draft, PlanId plan, int order, Plans.TargetRow row) {
        return new PlannedTarget(
                new TargetId(id("target", draft, row.row())), plan, draft.province(), draft.commune(), order, row.group(), row.name(),
                row.operator(), row.value(), row.unit(), row.owner() == null ? null : row.owner().unit(), row.dataSource(), row.rhythm());
    }

    private ReportingRule rule(Draft draft, PlanState plan, Plans.RuleRow row) {
        var last = LastDay.of(row);
        var owedTo = Objects.requireNonNull(row.owedTo(), "A draft is published only when every report has a recipient");
        return new ReportingRule(
                new RuleId(id("rule", draft, row.row())), plan.id(), draft.province(), draft.commune(), ruleTitle(plan, row),
                row.frequency(), last.day(), last.month(), row.owedBy().stream().filter(unit -> !unit.equals(owedTo)).toList(), owedTo,
                plan.publishedOn(), lastDayOf(plan.year())).within(plan.programme());
    }

    private static @Nullable LocalDate lastDayOf(@Nullable Integer year) {
        return year == null ? null : LocalDate.of(year, 12, 31);
    }

    private String ruleTitle(PlanState plan, Plans.RuleRow row) {
        var of = plan.number() == null ? "“" + shortened(plan.title()) + "”" : plan.number();
        return messages.getMessage(
                "rule." + row.frequency().name().toLowerCase(Locale.ROOT), new Object[] {of}, ProblemConfiguration.VIETNAMESE);
    }

    private static String shortened(String title) {
        return title.length() > LONGEST_IN_TITLE ? title.substring(0, LONGEST_IN_TITLE) + "…" : title;
    }

    private static String title(Plans.Heading heading) {
        return Objects.requireNonNull(heading.title(), "A draft is published only when it has a title");
    }

    private static List<UnitId> units(List<Plans.NamedUnit> named) {
        return named.stream().flatMap(unit -> Stream.ofNullable(unit.unit())).distinct().toList();
    }

    /** The id that the part of that kind has which comes of a row: task, target or rule. */
    public static String id(String kind, Draft draft, String row) {
        return Ids.derived(kind, draft.id().value(), row);
    }
}
