package vn.dondoc.contracts.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.api.Directives.Figures;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.ProceedingKind;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.ProceedingId;
import vn.dondoc.contracts.id.UnitId;

/** Meetings with their conclusions and inspections with their findings, each of which becomes a directive. */
public final class Proceedings {

    private Proceedings() {}

    /** @param of the earlier proceeding, and {@code point} what of it was left open; null where it is nothing of an earlier one */
    public record AgendaItem(String text, @Nullable ProceedingId of, @Nullable String point) {}

    /**
     * A conclusion or finding as it is written.
     *
     * @param id of one that is there already; null for a new one
     * @param units to whom it speaks; empty where it is only stated
     * @param due null where it names no time
     */
    public record PointWanted(@Nullable String id, String text, List<UnitId> units, @Nullable Due due, @Nullable String product) {

        public PointWanted {
            units = Lists.orEmpty(units);
        }
    }

    /**
     * A meeting or an inspection as it is written; all of it each time.
     *
     * @param number of its document; null where it has none yet
     * @param chair the office of whoever chairs it, or heads the team; no name
     * @param participants the units that take part, or are inspected
     */
    public record Wanted(
            ProceedingKind kind, String title, @Nullable String number, LocalDate heldOn, @Nullable String place, @Nullable String chair,
            List<UnitId> participants, List<AgendaItem> agenda, List<PointWanted> points) {

        public Wanted {
            participants = Lists.orEmpty(participants);
            agenda = Lists.orEmpty(agenda);
            points = Lists.orEmpty(points);
        }
    }

    /** The points that become directives, each one of its own. */
    public record Points(List<String> points) {

        public Points {
            points = Lists.orEmpty(points);
        }
    }

    /** @param reason needed where its tasks are not finished */
    public record PointClosing(@Nullable String reason) {}

    /** @param open how many of the {@code points} that the caller may see are not closed */
    public record ProceedingSummary(
            ProceedingId id, ProceedingKind kind, String title, @Nullable String number, LocalDate heldOn, UnitId owner, String ownerName,
            int points, int open) {}

    /**
     * A conclusion or finding, and how what was made of it stands.
     *
     * @param directive null while nothing was made of it
     * @param figures null while nothing was made of it
     * @param closedOn null while it is open
     * @param reason why it was closed while its tasks were open; null where it was not
     */
    public record Point(
            String id, String text, List<Tasks.UnitName> units, @Nullable Due due, @Nullable String product, @Nullable DirectiveId directive,
            @Nullable Figures figures, @Nullable LocalDate closedOn, @Nullable String reason) {

        public Point {
            units = Lists.orEmpty(units);
        }
    }

    /**
     * One proceeding as far as the caller may see it.
     *
     * @param running directives are being made of its points
     * @param mayWrite the caller may change it, make directives of its points and close them
     */
    public record Proceeding(
            ProceedingSummary summary, long version, @Nullable String place, @Nullable String chair, List<Tasks.UnitName> participants,
            List<AgendaItem> agenda, List<Point> points, boolean running, boolean mayWrite) {

        public Proceeding {
            participants = Lists.orEmpty(participants);
            agenda = Lists.orEmpty(agenda);
            points = Lists.orEmpty(points);
        }
    }
}
