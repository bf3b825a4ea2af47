package vn.dondoc.contracts.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.api.Plans.PlanRule;
import vn.dondoc.contracts.api.Plans.PlanSummary;
import vn.dondoc.contracts.api.Plans.PlanTarget;
import vn.dondoc.contracts.api.Plans.PlanTask;
import vn.dondoc.contracts.api.Plans.RuleRow;
import vn.dondoc.contracts.api.Plans.TargetRow;
import vn.dondoc.contracts.api.Plans.TaskRow;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.PlanId;

/** Published plans that change: what was recognised, the comparison row by row, and what was accepted of it. */
public final class Amendments {

    private Amendments() {}

    /**
     * A row of the plan beside the row that was read.
     *
     * @param key names it when it is accepted or refused: the row of the draft, or the id of a row that the draft does not have
     * @param change added, removed, changed, deadline-moved, unchanged, or unmentioned where the document speaks of other rows only
     * @param fields what differs: title, lead, coordinating, product, budget, due, ordinal
     */
    public record TaskPair(
            String key, String change, List<String> fields, @Nullable PlanTask before, @Nullable TaskRow after) {

        public TaskPair {
            fields = Lists.orEmpty(fields);
        }
    }

    /** @param fields name, group, operator, value, unit */
    public record TargetPair(
            String key, String change, List<String> fields, @Nullable PlanTarget before, @Nullable TargetRow after) {

        public TargetPair {
            fields = Lists.orEmpty(fields);
        }
    }

    /** @param fields frequency, day, owedBy, owedTo */
    public record RulePair(
            String key, String change, List<String> fields, @Nullable PlanRule before, @Nullable RuleRow after) {

        public RulePair {
            fields = Lists.orEmpty(fields);
        }
    }

    /**
     * A published plan beside a draft, the gravest changes first.
     *
     * @param version of the plan, to be named when changes are accepted; {@code draftVersion} of the draft likewise
     * @param scope whole: the document replaces the plan; rows: it changes single rows; annex: it only adds
     * @param heading which of number, issuedOn, title and year differ; taken over under the key {@code document}
     */
    public record Comparison(
            Plans.PlanSummary plan,
            long version,
            DraftId draft,
            long draftVersion,
            String fileName,
            String scope,
            Plans.Heading document,
            List<String> heading,
            List<TaskPair> tasks,
            List<TargetPair> targets,
            List<RulePair> rules) {

        public Comparison {
            heading = Lists.orEmpty(heading);
            tasks = Lists.orEmpty(tasks);
            targets = Lists.orEmpty(targets);
            rules = Lists.orEmpty(rules);
        }
    }

    /** What somebody decided about each change; keys of rows without one need not be named. */
    public record Choice(DraftId draft, long draftVersion, String scope, List<String> accepted, List<String> refused) {

        public Choice {
            accepted = Lists.orEmpty(accepted);
            refused = Lists.orEmpty(refused);
        }
    }

    /** An amendment that was carried out: by which document, on which day, how many rows. */
    public record Done(@Nullable String number, @Nullable LocalDate issuedOn, LocalDate on, int added, int changed, int withdrawn) {}

    /**
     * A published plan that a draft has to do with.
     *
     * @param as same-file, changed-version, decision or cited
     * @param scope the comparison that suits it
     */
    public record Related(Plans.PlanSummary plan, String as, String scope) {}

    /** A file whose rows were added to a draft. */
    public record Annex(String fileName, String sha256, int tasks, int targets) {}

    /**
     * What a draft belongs to.
     *
     * @param missing names of annexes that the document refers to and that are not there yet
     * @param parent the plan above it, once somebody has named it
     */
    public record DraftRelations(
            DraftId draft, List<Related> plans, List<Annex> annexes, List<String> missing, @Nullable PlanSummary parent) {

        public DraftRelations {
            plans = Lists.orEmpty(plans);
            annexes = Lists.orEmpty(annexes);
            missing = Lists.orEmpty(missing);
        }
    }

    /**
     * What a published plan belongs to.
     *
     * @param version of the plan, to be named as If-Match
     * @param parent the plan above it, once somebody has named it
     * @param proposed plans that its document cites
     * @param amending whether an amendment is being carried out
     * @param amendments those carried out, newest first
     */
    public record PlanRelations(
            PlanId plan,
            long version,
            @Nullable PlanSummary parent,
            List<Plans.PlanSummary> proposed,
            boolean amending,
            List<Done> amendments) {

        public PlanRelations {
            proposed = Lists.orEmpty(proposed);
            amendments = Lists.orEmpty(amendments);
        }
    }

    /**
     * Names the programme that a published plan carries out.
     *
     * @param programme by any of its names; null where it carries out none
     * @param reason why, for the history of the plan
     */
    public record Programme(@Nullable String programme, String reason) {}

    /** @param plan null where it stands alone */
    public record Parent(@Nullable PlanId plan) {}
}
