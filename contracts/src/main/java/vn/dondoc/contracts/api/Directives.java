package vn.dondoc.contracts.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Origin;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.Urgency;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** Work that is given beside the plans: one act, one part for each unit or commune it is given to. */
public final class Directives {

    private Directives() {}

    /** Whom somebody may give a directive to. */
    public record Addressee(UnitId id, String name, UnitKind kind) {}

    /** All whom the caller may give a directive to, by their names; empty where the caller gives none. */
    public record Reach(List<Addressee> addressees) {

        public Reach {
            addressees = Lists.orEmpty(addressees);
        }
    }

    /**
     * A directive to be given.
     *
     * @param content what is to be done, at most 1,000 characters
     * @param number of its document; null where it has none
     * @param urgency null for a usual one
     * @param due null where no time is said
     * @param addressees units, or communes, at least one
     */
    public record Wanted(
            String content, @Nullable String number, @Nullable String product, @Nullable Urgency urgency, @Nullable Due due,
            List<UnitId> addressees) {

        public Wanted {
            addressees = Lists.orEmpty(addressees);
        }
    }

    /** Those whom it is given to as well. */
    public record More(List<UnitId> addressees) {

        public More {
            addressees = Lists.orEmpty(addressees);
        }
    }

    /** @param addressees from whom it is taken back; empty for all */
    public record Withdrawal(List<UnitId> addressees, String reason) {

        public Withdrawal {
            addressees = Lists.orEmpty(addressees);
        }
    }

    /**
     * How the parts stand that the caller may see; those taken back are not counted.
     *
     * @param late not in time: overdue, or completed late
     * @param neverOpened unfinished, and nobody has opened them
     */
    public record Figures(int parts, int completed, int submitted, int late, int neverOpened) {}

    /**
     * The part of one addressee.
     *
     * @param lead the unit that answers: the addressee, or the standing unit of a commune
     * @param workState null while the part is on its way
     * @param timeClass null while the part is on its way
     * @param reason why it was taken back; null where it was not
     */
    public record Part(
            UnitId addressee,
            String addresseeName,
            UnitId lead,
            String leadName,
            TaskId task,
            @Nullable WorkState workState,
            @Nullable TimeClass timeClass,
            boolean opened,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate withdrawnOn,
            @Nullable String reason) {}

    /** @param given the caller looks at it from the side of whoever gave it, and sees every part */
    public record DirectiveSummary(
            DirectiveId id,
            String content,
            @Nullable String number,
            Urgency urgency,
            UnitId giver,
            String giverName,
            LocalDate issuedOn,
            @Nullable Due due,
            @Nullable Origin origin,
            Figures figures,
            boolean given) {}

    /**
     * One directive as far as the caller may see it.
     *
     * @param running it is being given, or taken back
     * @param mayChange the caller may give it to more, and take it back
     * @param parts by the names of those whom it is given to
     */
    public record Directive(
            DirectiveSummary summary, long version, @Nullable String product, boolean running, boolean mayChange, List<Part> parts) {

        public Directive {
            parts = Lists.orEmpty(parts);
        }
    }
}
