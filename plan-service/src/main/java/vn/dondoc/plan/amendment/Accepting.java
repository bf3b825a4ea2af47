package vn.dondoc.plan.amendment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.plan.draft.Draft;
import vn.dondoc.plan.draft.DutyPart;
import vn.dondoc.plan.draft.Publication;
import vn.dondoc.plan.publication.PlanMapping;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.plan.published.PlanParts;

/** Makes an amendment of what was accepted: rows keep their ids, and so their history, progress and verdicts. */
final class Accepting {

    private final Draft draft;
    private final Compared compared;
    private final Set<String> accepted;
    private final Plan amended;
    private final PlanState plan;
    private final LocalDate day;
    private final Basis basis;
    private final List<PlannedTask> tasks = new ArrayList<>();
    private final List<PlannedTarget> targets = new ArrayList<>();
    private final List<ReportingRule> rules = new ArrayList<>();
    private int added;
    private int changed;
    private int withdrawn;

    Accepting(Draft draft, Compared compared, Set<String> accepted, Plan plan, LocalDate day) {
        this.draft = draft;
        this.compared = compared;
        this.accepted = accepted;
        this.amended = plan;
        this.plan = plan.state();
        this.day = day;
        var heading = draft.content().document();
        this.basis = new Basis(heading.number(), heading.issuedOn());
    }

    /** Only the rows that were accepted, under the heading that the plan will have: what has to be ready. */
    Plans.Content content() {
        var content = draft.content();
        return new Plans.Content(
                heading(),
                content.tasks().stream().filter(row -> accepted.contains(row.row())).toList(),
                content.targets().stream().filter(row -> accepted.contains(row.row())).toList(),
                content.reporting().stream().filter(row -> accepted.contains(row.row())).toList(),
                List.of(), List.of());
    }

    /** @param read the parts that come of {@link #content} */
    Amendment amendment(String id, PlanParts read, Publication begun) {
        var order = order();
        tasks(read, order);
        targets(read, order);
        rules(read);
        var after = new PlanState(
                plan.id(), plan.province(), plan.commune(), read.plan().title(), read.plan().number(), read.plan().issuedOn(),
                read.plan().year(), plan.publishedOn(), plan.tasks() + balance(compared.tasks()), plan.targets() + balance(compared.targets()),
                plan.rules() + balance(compared.rules()), read.plan().programme());
        var source = accepted.contains(Compared.DOCUMENT) || compared.scope() == Scope.WHOLE && compared.heading().isEmpty() ? draft.id() : null;
        return new Amendment(
                id, plan.province(), plan.commune(), draft.id(), source, basis, after, added, changed, withdrawn, tasks, targets, rules, begun,
                watched());
    }

    /** What the document asks for without its being a task is followed too; nothing that was followed is lost. */
    private List<Plans.WatchedDuty> watched() {
        var all = new ArrayList<>(amended.watched());
        if (compared.scope() == Scope.ROWS) {
            return all;
        }
        for (var part : DutyPart.values()) {
            part.of(draft.content()).stream().filter(row -> row.decision() == null || row.isWatched()).filter(row -> !isThere(row.text()))
                    .forEach(row -> all.add(part.watched(row)));
        }
        return all;
    }

    private boolean isThere(String text) {
        return amended.watched().stream().anyMatch(other -> Wording.same(other.text(), text))
                || compared.tasks().stream().anyMatch(change -> change.before() != null && Wording.same(change.before().title(), text)
                        || change.after() != null && accepted.contains(change.key()) && Wording.same(change.after().title(), text));
    }

    private void tasks(PlanParts read, Map<String, Integer> order) {
        var parts = new HashMap<String, PlannedTask>();
        read.tasks().forEach(part -> parts.put(part.id().value(), part));
        var last = compared.lastTask();
        for (var change : compared.tasks()) {
            var before = change.before();
            var place = order.get(change.key());
            if (!accepted.contains(change.key())) {
                renumbered(change, place);
            } else if (change.after() == null && before != null) {
                withdrawn++;
                tasks.add(before.withdrawn(basis, day));
            } else if (before != null && change.after() != null && change.key().equals(before.id().value())) {
                changed++;
                tasks.add(before.worded(change.after().title(), basis));
            } else if (change.after() != null) {
                var part = java.util.Objects.requireNonNull(parts.get(PlanMapping.id("task", draft, change.key())));
                if (before == null) {
                    added++;
                    tasks.add(part.as(part.id(), place == null ? ++last : place, basis));
                } else {
                    changed++;
                    var whole = compared.scope() == Scope.WHOLE ? part : part.completedBy(before);
                    tasks.add(whole.comingFrom(before.carried()).as(before.id(), place == null ? before.order() : place, basis));
                }
            }
        }
    }

    /** A row that is the same takes the number and place that the whole document gives it. */
    private void renumbered(Change<PlannedTask, Plans.TaskRow> change, @Nullable Integer place) {
        var before = change.before();
        var after = change.after();
        if (change.kind() == ChangeKind.UNCHANGED && before != null && after != null && place != null
                && (place != before.order() || change.fields().contains(Differences.ORDINAL))) {
            tasks.add(before.numbered(place, after.ordinal(), basis));
        }
    }

    private void targets(PlanParts read, Map<String, Integer> order) {
        var parts = new HashMap<String, PlannedTarget>();
        read.targets().forEach(part -> parts.put(part.id().value(), part));
        var last = compared.lastTarget();
        for (var change : compared.targets()) {
            var before = change.before();
            var place = order.get(change.key());
            if (!accepted.contains(change.key())) {
                continue;
            }
            if (change.after() == null && before != null) {
                withdrawn++;
                targets.add(before.withdrawn(basis, day));
            } else if (change.after() != null) {
                var part = java.util.Objects.requireNonNull(parts.get(PlanMapping.id("target", draft, change.key())));
                if (before == null) {
                    added++;
                    targets.add(part.as(part.id(), place == null ? ++last : place, basis));
                } else {
                    changed++;
                    targets.add(part.as(before.id(), place == null ? before.order() : place, basis));
                }
            }
        }
    }

    private void rules(PlanParts read) {
        var parts = new HashMap<String, ReportingRule>();
        read.rules().forEach(part -> parts.put(part.id().value(), part));
        for (var change : compared.rules()) {
            var before = change.before();
            if (!accepted.contains(change.key())) {
                continue;
            }
            if (change.after() == null && before != null) {
                withdrawn++;
                rules.add(before.withdrawn(basis, day));
            } else if (change.after() != null) {
                var part = java.util.Objects.requireNonNull(parts.get(PlanMapping.id("rule", draft, change.key())));
                if (before == null) {
                    added++;
                    rules.add(part.as(part.id(), day, basis));
                } else {
                    changed++;
                    rules.add(part.as(before.id(), before.from(), basis));
                }
            }
        }
    }

    private Plans.Heading heading() {
        var read = draft.content().document();
        var takes = accepted.contains(Compared.DOCUMENT);
        return new Plans.Heading(
                read.kind(), takes && read.number() != null ? read.number() : plan.number(),
                takes && read.issuedOn() != null ? read.issuedOn() : plan.issuedOn(),
                takes && read.title() != null ? read.title() : plan.title(), read.issuer(),
                takes && read.year() != null ? read.year() : plan.year(), read.signer(), null,
                takes && read.programme() != null ? read.programme() : plan.programme());
    }

    /** Places in the whole document; nothing where it is about single rows or adds to the plan. */
    private Map<String, Integer> order() {
        var places = new HashMap<String, Integer>();
        if (compared.scope() == Scope.WHOLE) {
            var content = draft.content();
            content.tasks().stream().filter(row -> !row.dropped()).forEach(row -> places.put(row.row(), places.size()));
            var tasksThere = places.size();
            content.targets().stream().filter(row -> !row.dropped()).forEach(row -> places.put(row.row(), places.size() - tasksThere));
        }
        return places;
    }

    private <B, A> int balance(List<Change<B, A>> changes) {
        var balance = 0;
        for (var change : changes) {
            if (accepted.contains(change.key())) {
                balance += change.before() == null ? 1 : change.after() == null ? -1 : 0;
            }
        }
        return balance;
    }
}
