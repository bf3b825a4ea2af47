package vn.dondoc.task.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Branch;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.web.Folded;
import vn.dondoc.platform.web.Window;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Doing;
import vn.dondoc.task.planning.PublishedPlans;

/** Finds tasks within the caller's branch: worst first, overdue ones oldest first, then by their last day. */
@Component
public final class Worklist {

    /** The id of a nested record is stored as one. */
    private static final String DIRECTIVE = "directive._id";
    private static final String DOER = "partOf.position";
    private static final int MOST_WORDS = 8;
    private static final Sort WORST_FIRST = Sort.by("rank", "deadline.lastDay", "planned.order", "_id");
    private static final Criteria NOTHING = Criteria.where("_id").is(null);

    private final Aggregates<Assignment> assignments;
    private final Aggregates<Assignment> withHistories;
    private final PublishedPlans plans;
    private final Directory directory;

    Worklist(Aggregates<Assignment> assignments, PublishedPlans plans, Directory directory) {
        this.directory = directory;
        this.assignments = assignments;
        this.withHistories = assignments.withHistories();
        this.plans = plans;
    }

    /** @param oneMore the wanted page, and one more where there is another page */
    public record Found(List<Assignment> oneMore, long total) {}

    /** The bounds of what a caller may see: the branch, and what its units lead, coordinate or gave on. */
    public static Criteria visibleTo(Caller caller) {
        return caller.branch().within("planned.lead", "planned.coordinating", "whole.giver");
    }

    /** One page of what fits. */
    public Found find(Caller caller, TaskFilter filter, Window window) {
        var query = new Query(new Criteria().andOperator(conditions(caller, filter))).with(WORST_FIRST);
        var total = assignments.count(query);
        var found = assignments.list(query.skip(window.offset()).limit(window.limit() + 1)).stream().map(Versioned::state).toList();
        return new Found(found, total);
    }

    /** How many fit in all. */
    public long count(Caller caller, TaskFilter filter) {
        return assignments.count(all(caller, filter));
    }

    /** Hands over what fits, one by one in the order of the list. */
    public void each(Caller caller, TaskFilter filter, int most, Consumer<Assignment> taker) {
        assignments.each(all(caller, filter).with(WORST_FIRST).limit(most), task -> taker.accept(task.state()));
    }

    /** How many may have been open at the end of a day. */
    public long countKnownOn(Caller caller, TaskFilter filter, LocalDate day) {
        return assignments.count(knownOn(caller, filter, day));
    }

    /** Hands over what may have been open at the end of a day, with its history: assigned by then, and not completed by then as far as is known now. */
    public void eachKnownOn(Caller caller, TaskFilter filter, LocalDate day, int most, BiConsumer<Assignment, List<Aggregates.Told>> taker) {
        withHistories.each(knownOn(caller, filter, day).with(Sort.by("_id")).limit(most), task -> taker.accept(task.state(), withHistories.history(task)));
    }

    private Query knownOn(Caller caller, TaskFilter filter, LocalDate day) {
        var all = conditions(caller, filter);
        all.add(Criteria.where("assignedOn").not().gt(day.toString()));
        all.add(new Criteria().norOperator(Criteria.where("work.state").is(WorkState.COMPLETED.name()).and("work.submittedOn").lte(day.toString())));
        return new Query(new Criteria().andOperator(all));
    }

    private Query all(Caller caller, TaskFilter filter) {
        return new Query(new Criteria().andOperator(conditions(caller, filter)));
    }

    private List<Criteria> conditions(Caller caller, TaskFilter filter) {
        var all = new ArrayList<Criteria>();
        all.add(visibleTo(caller));
        is(all, "planned.lead", filter.unit());
        is(all, "planned.plan", filter.plan());
        is(all, "commune", filter.commune());
        is(all, DIRECTIVE, filter.directive());
        oneOf(all, "timeClass", filter.timeClasses());
        oneOf(all, "work.state", filter.workStates());
        if (filter.mine()) {
            all.add(mine(caller));
        }
        if (filter.extensionAsked()) {
            all.add(Criteria.where("extension.asked").ne(null));
        }
        if (filter.returned()) {
            all.add(Criteria.where("work.returnedOn").ne(null));
        }
        if (filter.explanationOwed()) {
            all.add(Criteria.where("explanation").ne(null).and("explanation.givenOn").is(null).and("work.state").ne(WorkState.CANCELLED.name()));
        }
        if (filter.given()) {
            var own = caller.ownUnits().stream().map(UnitId::value).toList();
            all.add(Criteria.where("whole.giver").in(own).andOperator(new Criteria().orOperator(
                    Criteria.where("planned.lead").nin(own), Criteria.where(DOER).gt("").nin(held(caller)))));
        }
        if (filter.stale()) {
            all.add(Criteria.where("news.stale").is(true));
        }
        if (filter.programme() != null) {
            all.add(Branch.ofProgramme(filter.programme()));
        }
        between(all, filter.dueFrom(), filter.dueTo());
        var words = filter.words();
        if (words != null && !words.isBlank()) {
            all.add(words.indexOf('/') < 0 ? told(words) : new Criteria().orOperator(told(words), ofPlan(words, caller)));
        }
        return all;
    }

    /** What the own units do, but not what of it somebody else there was given. */
    private Criteria mine(Caller caller) {
        return Criteria.where("planned.lead").in(caller.ownUnits().stream().map(UnitId::value).toList())
                .and(DOER).nin(Doing.othersOf(caller, directory).stream().map(PositionId::value).toList());
    }

    private static List<String> held(Caller caller) {
        return caller.held().stream().map(held -> held.position().id().value()).toList();
    }

    /** Numbers repeat from commune to commune: only the plans around the caller are looked at. */
    private Criteria ofPlan(String number, Caller caller) {
        var around = new HashSet<>(caller.ownCommunes());
        around.addAll(caller.branch().communes());
        var bounds = new Branch(caller.branch().figures().provinces(), around, Set.of());
        return Criteria.where("planned.plan").in(plans.numbered(number, bounds.within()));
    }

    /** Every word as an anchored prefix of a stored token: folded words hold letters and digits only, nothing to be escaped. */
    private static Criteria told(String words) {
        var prefixes = Folded.tokens(words).stream()
                .limit(MOST_WORDS)
                .map(word -> Criteria.where("tokens").regex("^" + word))
                .toList();
        return prefixes.isEmpty() ? NOTHING : new Criteria().andOperator(prefixes);
    }

    private static void is(List<Criteria> all, String field, @Nullable Object id) {
        if (id != null) {
            all.add(Criteria.where(field).is(id.toString()));
        }
    }

    /** Days are stored as texts that sort like days. */
    private static void between(List<Criteria> all, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null) {
            all.add(Criteria.where("deadline.lastDay").gte(from.toString()));
        }
        if (to != null) {
            all.add(Criteria.where("deadline.lastDay").lte(to.toString()));
        }
    }

    private static void oneOf(List<Criteria> all, String field, Set<? extends Enum<?>> wanted) {
        if (!wanted.isEmpty()) {
            all.add(Criteria.where(field).in((Collection<?>) wanted.stream().map(Enum::name).toList()));
        }
    }
}
