package vn.dondoc.task.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Shares;
import vn.dondoc.contracts.id.UnitId;

/**
 * How several lead units finish one task: all have to, unless one is named to conclude.
 *
 * @param finished the shares that are done, in the order in which they were
 * @param concluding the lead unit that concludes for all; null where each has to finish
 */
public record Sharing(List<Share> finished, @Nullable UnitId concluding) {

    /** A share that is done since that day, Asia/Ho_Chi_Minh. */
    public record Share(UnitId unit, LocalDate on) {}

    static final Sharing NONE = new Sharing(List.of(), null);

    public Sharing {
        finished = Lists.orEmpty(finished);
    }

    /** The day on which that unit finished its share. */
    public Optional<LocalDate> finishedBy(UnitId unit) {
        return finished.stream().filter(share -> share.unit().equals(unit)).map(Share::on).findFirst();
    }

    boolean has(UnitId unit) {
        return finishedBy(unit).isPresent();
    }

    /** The day on which it was finished as a whole; nothing while somebody has to finish. */
    Optional<LocalDate> wholeOn(List<UnitId> leads) {
        if (concluding != null) {
            return finishedBy(concluding);
        }
        return !leads.isEmpty() && leads.stream().allMatch(this::has)
                ? finished.stream().map(Share::on).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    Sharing with(UnitId unit, LocalDate on) {
        return new Sharing(Stream.concat(finished.stream(), Stream.of(new Share(unit, on))).toList(), concluding);
    }

    /** What the named unit said before was about its share only: it has to conclude yet. */
    Sharing concludedBy(@Nullable UnitId unit) {
        return new Sharing(finished.stream().filter(share -> !share.unit().equals(unit)).toList(), unit);
    }

    /** Everybody has to finish again. */
    Sharing reopened() {
        return new Sharing(List.of(), concluding);
    }

    /**
     * The same among other lead units: who no longer leads drops out, and an heir has finished only what each unit that it took over
     * had, on the last of their days.
     */
    Sharing among(List<UnitId> leads, List<UnitId> before, UnaryOperator<UnitId> heirOf) {
        var inherited = new ArrayList<Share>();
        for (var lead : leads) {
            var own = before.stream().filter(unit -> heirOf.apply(unit).equals(lead)).map(this::finishedBy).toList();
            if (!own.isEmpty() && own.stream().allMatch(Optional::isPresent)) {
                inherited.add(new Share(lead, own.stream().map(Optional::orElseThrow).max(Comparator.naturalOrder()).orElseThrow()));
            }
        }
        inherited.sort(Comparator.comparing(Share::on));
        var heir = concluding == null ? null : heirOf.apply(concluding);
        return new Sharing(inherited, heir != null && leads.contains(heir) ? heir : null);
    }

    /** Null where there is nothing to be said of shares: one unit leads, or none has finished and none concludes. */
    @Nullable Sharing orNull(List<UnitId> leads) {
        return leads.size() < 2 || finished.isEmpty() && concluding == null ? null : this;
    }

    /** As events carry it. */
    Shares told() {
        return new Shares(finished.stream().map(Share::unit).toList(), concluding);
    }

    /** Of a task; of one unit that leads there is nothing to be said. */
    public static Sharing of(Assignment task) {
        return Objects.requireNonNullElse(task.sharing(), NONE);
    }
}
