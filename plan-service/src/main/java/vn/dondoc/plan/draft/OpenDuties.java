package vn.dondoc.plan.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;

/** Duties, measures and objectives that nobody decided yet: one made of two, or several of one. */
final class OpenDuties {

    private OpenDuties() {}

    static boolean has(Plans.Content content, String row) {
        return partOf(content, row).isPresent();
    }

    /** Whether both stand in one list, and are two. */
    static boolean areTwo(Plans.Content content, String row, String other) {
        return !row.equals(other) && has(content, row) && partOf(content, row).equals(partOf(content, other));
    }

    /** The first piece keeps the row. */
    static Plans.Content split(Plans.Content was, String row, List<String> texts) {
        var part = partOf(was, row).orElseThrow();
        var taken = new HashSet<String>();
        part.of(was).forEach(duty -> taken.add(String.valueOf(duty.row())));
        var now = new ArrayList<Plans.Duty>();
        for (var duty : part.of(was)) {
            if (row.equals(duty.row())) {
                now.add(Rows.withText(duty, row, texts.getFirst(), duty.source()));
                texts.stream().skip(1).forEach(text -> now.add(Rows.withText(duty, Rows.fresh(part.letter(), taken), text, duty.source())));
            } else {
                now.add(duty);
            }
        }
        return part.with(was, now);
    }

    static Plans.Content merged(Plans.Content was, String row, String other) {
        var part = partOf(was, row).orElseThrow();
        var taken = in(part.of(was), other);
        return part.with(was, part.of(was).stream().filter(duty -> duty != taken)
                .map(duty -> row.equals(duty.row()) ? merged(duty, taken) : duty).toList());
    }

    private static Plans.Duty merged(Plans.Duty one, Plans.Duty other) {
        var lead = one.lead().isEmpty() ? other.lead() : one.lead();
        var unit = one.unit().isEmpty() ? other.unit() : one.unit();
        return new Plans.Duty(
                one.row(), unit, lead, one.text() + " " + other.text(), null, null, span(one.source(), other.source()), one.heading());
    }

    static Plans.@Nullable Source span(Plans.@Nullable Source one, Plans.@Nullable Source other) {
        if (one == null || other == null || one.start() < 0 || other.start() < 0) {
            return one == null ? other : one;
        }
        return new Plans.Source(
                one.place(), Math.min(one.start(), other.start()), Math.max(one.end(), other.end()), one.excerpt(), one.file());
    }

    private static Optional<DutyPart> partOf(Plans.Content content, String row) {
        return Stream.of(DutyPart.values())
                .filter(part -> part.of(content).stream().anyMatch(duty -> row.equals(duty.row()) && duty.decision() == null)).findFirst();
    }

    private static Plans.Duty in(List<Plans.Duty> rows, String row) {
        return rows.stream().filter(duty -> row.equals(duty.row())).findFirst().orElseThrow();
    }
}
